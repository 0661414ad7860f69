import { describe, expect, it } from "vitest";
import { makeAccount, makeInbox, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { inboxLimitsOf, limitInbox } from "./limits";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T15:00:00Z");
const LIMITS = { ...NO_INBOX_LIMITS, perMinute: 20, perDay: 1_000 };

describe("the limits of an inbox", () => {
  it("are kept, and taken away again", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    expect(await inboxLimitsOf(accountId)).toMatchObject([{ id, limits: NO_INBOX_LIMITS }]);
    await limitInbox(accountId, { id, limits: LIMITS, now: NOW });
    expect(await inboxLimitsOf(accountId)).toMatchObject([{ id, limits: LIMITS }]);
    await limitInbox(accountId, { id, limits: NO_INBOX_LIMITS, now: NOW });
    expect(await inboxLimitsOf(accountId)).toMatchObject([{ id, limits: NO_INBOX_LIMITS }]);
  });

  it("are refused to another account", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    const stranger = await makeAccount();
    await expect(limitInbox(stranger, { id, limits: LIMITS, now: NOW })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await inboxLimitsOf(accountId)).toMatchObject([{ limits: NO_INBOX_LIMITS }]);
  });

  it("are set alone, too: a random gap, people a day, a plan to warm up", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    for (const some of [
      { perSecond: 5 },
      { gapSeconds: { from: 20, to: 90 } },
      { recipientsPerDay: 250 },
      { warmUp: { startsOn: "2026-03-10", perDay: [20, 40] } },
    ]) {
      const limits = { ...NO_INBOX_LIMITS, ...some };
      await limitInbox(accountId, { id, limits, now: NOW });
      expect(await inboxLimitsOf(accountId)).toMatchObject([{ id, limits }]);
    }
  });

  it("are seen at once by whoever gives out the places of the queue", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    const later = new Date(NOW.getTime() + 600_000);
    await database.sql`
      insert into inbox_paces (account_id, inbox_id, pacer, paced_until) values (${accountId}, ${id}, 4, ${later})`;
    await database.sql`
      insert into enrollments (account_id, sequence_id, version_id, contact_id, queued_inbox_id, queued_at)
      select ${accountId}, s.id, s.live_version_id, gen_random_uuid(), ${id}, ${NOW}
      from sequences s where s.id = ${(await makeSequence(accountId)).sequenceId}`;
    await limitInbox(accountId, { id, limits: LIMITS, now: NOW });
    const [pace] = await database.sql`select pacer from inbox_paces where inbox_id = ${id}`;
    expect(pace?.pacer).toBe(5);
  });
});
