import { describe, expect, it } from "vitest";
import { makeAccount, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { DraftExpiry } from "@/lib/core/model-maestro";
import { hours, makeWaiting, minutes } from "./fixtures/telling";
import { remindIn, remindOfDrafts } from "./remind-drafts";

const database = useTestDatabase();

/** A draft that waits for one person and is to be remembered in four hours. */
async function arrange(expiry?: Partial<DraftExpiry>) {
  const accountId = await makeAccount();
  const userId = await makeMember(accountId, "agent");
  const { draft, run } = await makeWaiting(accountId, undefined, {
    compose: {
      ...{ mode: "ai_assisted", instruction: "Ask kindly." },
      ...(expiry && { expiry: { remindAfterHours: 4, expireAfterHours: 72, does: "skip", ...expiry } }),
    },
  });
  await database.sql`
    update drafts set remind_at = ${hours(4)}, expires_at = ${hours(72)}, assignee_id = ${userId} where id = ${draft.id}`;
  return { accountId, userId, draftId: draft.id, runId: run.id };
}

const remindersOf = (accountId: AccountId) => database.sql`
  select user_id as "userId", data from notifications
  where account_id = ${accountId} and kind = 'draft_reminder' order by id`;

describe("a reminder of a draft", () => {
  it("goes once to whoever is to decide, when it has waited for so long", async () => {
    const { accountId, userId, draftId } = await arrange({ does: "send_fallback" });
    expect(await remindIn(accountId, minutes(239))).toBe(0);
    const counts = await Promise.all([
      remindIn(accountId, hours(4)),
      remindIn(accountId, hours(4)),
      remindIn(accountId, hours(4)),
    ]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await remindIn(accountId, hours(30))).toBe(0);
    expect(await remindersOf(accountId)).toMatchObject([
      {
        userId,
        data: { draftId, contact: "Ana Souza", does: "send_fallback", expiresAt: hours(72).toISOString() },
      },
    ]);
  });

  it("goes to the approvers where nobody in particular is to decide", async () => {
    const { accountId, draftId } = await arrange();
    const administrator = await makeMember(accountId);
    await database.sql`update drafts set assignee_id = null where id = ${draftId}`;
    await remindIn(accountId, hours(4));
    expect(await remindersOf(accountId)).toMatchObject([{ userId: administrator, data: { does: "skip" } }]);
  });

  it("does not say when it expires where it never does", async () => {
    const { accountId } = await arrange({ does: "keep_waiting" });
    await remindIn(accountId, hours(4));
    expect(await remindersOf(accountId)).toMatchObject([{ data: { does: "keep_waiting", expiresAt: null } }]);
  });

  it("is put off by a snooze, and comes again at the moment that it sets", async () => {
    const { accountId, draftId } = await arrange();
    await database.sql`
      update drafts set snoozed_until = ${hours(6)}, remind_at = ${hours(6)} where id = ${draftId}`;
    expect(await remindIn(accountId, hours(5))).toBe(0);
    expect(await remindIn(accountId, hours(6))).toBe(1);
    await database.sql`
      update drafts set snoozed_until = ${hours(9)}, remind_at = ${hours(9)} where id = ${draftId}`;
    expect(await remindIn(accountId, hours(8))).toBe(0);
    expect(await remindIn(accountId, hours(9))).toBe(1);
    expect(await remindersOf(accountId)).toHaveLength(2);
  });

  it("is none for what was decided or taken back", async () => {
    const [decided, ended] = [await arrange(), await arrange()];
    await database.sql`update drafts set status = 'approved' where id = ${decided.draftId}`;
    await database.sql`update enrollments set status = 'ended', end_reason = 'stopped' where id = ${ended.runId}`;
    expect([await remindIn(decided.accountId, hours(5)), await remindIn(ended.accountId, hours(5))]).toEqual([
      0, 0,
    ]);
  });

  it("is looked for in every account that uses the module", async () => {
    const [one, other, off] = [await arrange(), await arrange(), await arrange()];
    await database.sql`update accounts set is_module_on = false where id = ${off.accountId}`;
    await remindOfDrafts(hours(4));
    const told = [one, other, off].map(async ({ accountId }) => (await remindersOf(accountId)).length);
    expect(await Promise.all(told)).toEqual([1, 1, 0]);
  });
});
