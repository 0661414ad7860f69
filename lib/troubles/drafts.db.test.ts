import { describe, expect, it } from "vitest";
import {
  makeAccount,
  makeContact,
  makeDraft,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
  makeStep,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY, later, MINUTE, NOW } from "@/lib/engine/fixtures/arrange";
import { troublesOf } from "./data";
import { extendExpiring, remindOfExpiring } from "./repair-drafts";

const database = useTestDatabase();
const HOUR = 60 * MINUTE;

async function makeWorld() {
  const accountId = await makeAccount();
  const actorId = await makeMember(accountId);
  const inbox = await makeInbox(accountId);
  const expiry = { remindAfterHours: 4, expireAfterHours: 48, does: "skip" as const };
  const step = makeStep({ compose: { mode: "ai_assisted", instruction: "Ask.", expiry } });
  const sequence = await makeSequence(accountId, { steps: [step] });
  const make = async (hours: number) => {
    const contact = await makeContact(accountId);
    const run = await makeEnrollment(accountId, sequence, contact.id, { nextActionAt: later(hours * HOUR) });
    const expiring = { expiresAt: later(hours * HOUR), openedAt: later(-DAY), dueAt: later(-HOUR) };
    return makeDraft(accountId, run, { inboxId: inbox.id, ...expiring });
  };
  return { accountId, actorId, make };
}

const found = async (accountId: AccountId, now = NOW) =>
  (await troublesOf(accountId, now)).map(({ kind, count }) => `${kind} ${count}`);
const repairs = async (enrollmentId: string) =>
  (
    await database.sql`
      select because->>'code' as code from ledger where enrollment_id = ${enrollmentId} and kind = 'repaired'`
  ).map(({ code }) => code);

describe("drafts that expire soon", () => {
  it("are those of the next four hours, of this account", async () => {
    const { accountId, make } = await makeWorld();
    await make(5);
    expect(await found(accountId)).toEqual([]);
    await make(3);
    expect(await found(accountId)).toEqual(["drafts_expiring 1"]);
    expect(await found(await makeAccount())).toEqual([]);
  });

  it("are reminded of once in half an hour, however often and by however many it is pressed", async () => {
    const { accountId, actorId, make } = await makeWorld();
    const draft = await make(3);
    const press = (ms: number) => remindOfExpiring(accountId, { actorId, now: later(ms) });
    const pressed = await Promise.all([press(0), press(1)]);
    pressed.push(await press(5 * MINUTE));
    expect(pressed.reduce((sum, { repaired }) => sum + repaired, 0)).toBe(1);
    const told = await database.sql`
      select kind from notifications where account_id = ${accountId} and user_id = ${actorId}`;
    expect(told).toEqual([{ kind: "draft_reminder" }]);
    expect(await repairs(draft.enrollmentId)).toEqual(["reminded"]);
    expect(await press(31 * MINUTE)).toMatchObject({ repaired: 1 });
  });

  it("have the hours of their step begin anew, once, and their runs look again", async () => {
    const { accountId, actorId, make } = await makeWorld();
    const draft = await make(3);
    const press = (ms: number) => extendExpiring(accountId, { actorId, now: later(ms) });
    const pressed = await Promise.all([press(0), press(1)]);
    expect(pressed.reduce((sum, { repaired }) => sum + repaired, 0)).toBe(1);
    expect(await found(accountId)).toEqual([]);
    const [row] =
      await database.sql`select opened_at, expires_at, remind_at from drafts where id = ${draft.id}`;
    const openedAt = row?.opened_at.getTime();
    expect(row?.expires_at.getTime()).toBe(openedAt + 48 * HOUR);
    expect(row?.remind_at.getTime()).toBe(openedAt + 4 * HOUR);
    const woken = await database.sql`
      select name from outbox where data->>'enrollmentId' = ${draft.enrollmentId} and name = 'enrollment/woken'`;
    expect(woken).toHaveLength(1);
    expect(await repairs(draft.enrollmentId)).toEqual(["extended"]);
  });

  it("are left alone once somebody has decided", async () => {
    const { accountId, actorId, make } = await makeWorld();
    const draft = await make(3);
    await database.sql`update drafts set status = 'approved' where id = ${draft.id}`;
    expect(await extendExpiring(accountId, { actorId, now: NOW })).toMatchObject({ repaired: 0 });
    expect(await remindOfExpiring(accountId, { actorId, now: NOW })).toMatchObject({ repaired: 0 });
  });
});
