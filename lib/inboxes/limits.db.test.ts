import { describe, expect, it } from "vitest";
import { makeAccount, makeInbox } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { inboxLimitsOf, limitInbox } from "./limits";

useTestDatabase();
const LIMITS = { ...NO_INBOX_LIMITS, perMinute: 20, perDay: 1_000 };

describe("the limits of an inbox", () => {
  it("are kept, and taken away again", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    expect(await inboxLimitsOf(accountId)).toMatchObject([{ id, limits: NO_INBOX_LIMITS }]);
    await limitInbox(accountId, { id, limits: LIMITS });
    expect(await inboxLimitsOf(accountId)).toMatchObject([{ id, limits: LIMITS }]);
    await limitInbox(accountId, { id, limits: NO_INBOX_LIMITS });
    expect(await inboxLimitsOf(accountId)).toMatchObject([{ id, limits: NO_INBOX_LIMITS }]);
  });

  it("are refused to another account", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    const stranger = await makeAccount();
    await expect(limitInbox(stranger, { id, limits: LIMITS })).rejects.toMatchObject({ code: "not_found" });
    expect(await inboxLimitsOf(accountId)).toMatchObject([{ limits: NO_INBOX_LIMITS }]);
  });
});
