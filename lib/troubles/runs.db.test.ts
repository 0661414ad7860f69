import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { advance } from "@/lib/engine/advance";
import { clockAt, later, MINUTE, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { sweep } from "@/lib/engine/sweep";
import { repairsOf, troublesOf } from "./data";
import { restartRuns } from "./repair-runs";
import { tellIn } from "./tell";

const database = useTestDatabase();

const kindsOf = async (accountId: AccountId, now = NOW) =>
  (await troublesOf(accountId, now)).map(({ kind }) => kind);
const told = (enrollmentId: string) => database.sql`
  select kind, actor_id, because->>'code' as code from ledger
  where enrollment_id = ${enrollmentId} and kind = 'repaired' order by at`;

async function makeRun(accountId: AccountId, over: Parameters<typeof makeEnrollment>[3]) {
  const contact = await makeContact(accountId);
  return makeEnrollment(accountId, await makeSequence(accountId), contact.id, over);
}

describe("runs that are overdue", () => {
  it("are those whose moment passed five minutes ago, of active sequences and out of any queue", async () => {
    const accountId = await makeAccount();
    const inbox = await makeInbox(accountId);
    await makeRun(accountId, { nextActionAt: later(-4 * MINUTE) });
    await makeRun(accountId, { nextActionAt: later(-10 * MINUTE), queuedInboxId: inbox.id });
    await makeRun(accountId, { nextActionAt: later(-60 * MINUTE), status: "ended", endReason: "completed" });
    const asleep = await makeRun(accountId, { nextActionAt: later(-60 * MINUTE) });
    await database.sql`update sequences set status = 'paused' where id = ${asleep.sequenceId}`;
    expect(await kindsOf(accountId)).toEqual([]);
    await makeRun(accountId, { nextActionAt: later(-6 * MINUTE) });
    await makeRun(accountId, { nextActionAt: later(-20 * MINUTE), queuedInboxId: inbox.id });
    await makeRun(accountId, { nextActionAt: later(-30 * MINUTE), status: "paused" });
    expect(await troublesOf(accountId, NOW)).toMatchObject([
      {
        kind: "runs_overdue",
        count: 3,
        isMore: false,
        repairable: 3,
        since: later(-30 * MINUTE).toISOString(),
      },
    ]);
  });

  it("go on by a new durable run when somebody has them looked at, and their ledger says who did", async () => {
    const { accountId, enrollmentId, run } = await startRun();
    const actorId = await makeMember(accountId);
    const now = later(6 * MINUTE);
    expect(await kindsOf(accountId, now)).toEqual(["runs_overdue"]);
    const repairing = { kind: "runs_overdue" as const, actorId, now };
    expect(await restartRuns(accountId, repairing)).toEqual({ repaired: 1, isMore: false });
    expect(await kindsOf(accountId, now)).toEqual([]);
    expect(await told(enrollmentId)).toEqual([{ kind: "repaired", actor_id: actorId, code: "restarted" }]);
    expect(await repairsOf(accountId)).toMatchObject([{ code: "runs_overdue", count: 1 }]);
    expect(await advance(run, clockAt(now))).toEqual({ kind: "end", reason: "handed_over" });
    await advance({ ...run, driver: 2 }, clockAt(now));
    const sent = await database.sql`select status from messages where enrollment_id = ${enrollmentId}`;
    expect(sent).toEqual([{ status: "sent" }]);
  });

  it("are looked at once, however often and by however many it is pressed", async () => {
    const { accountId, enrollmentId } = await startRun();
    const actorId = await makeMember(accountId);
    const press = (ms: number) =>
      restartRuns(accountId, { kind: "runs_overdue", actorId, now: later(6 * MINUTE + ms) });
    const presses = await Promise.all([press(0), press(1), press(2), sweep(later(16 * MINUTE))]);
    expect(await press(1_000)).toEqual({ repaired: 0, isMore: false });
    const [row] = await database.sql`select driver from enrollments where id = ${enrollmentId}`;
    expect(row?.driver).toBe(2);
    expect((await told(enrollmentId)).length).toBeLessThanOrEqual(1);
    expect(presses).toHaveLength(4);
  });

  it("are none of another account's", async () => {
    const theirs = await makeAccount();
    const run = await makeRun(theirs, { nextActionAt: later(-60 * MINUTE) });
    const mine = await makeAccount();
    const actorId = await makeMember(mine);
    expect(await kindsOf(mine)).toEqual([]);
    expect(await restartRuns(mine, { kind: "runs_overdue", actorId, now: NOW })).toMatchObject({
      repaired: 0,
    });
    expect(await told(run.id)).toEqual([]);
  });
});

describe("runs that nobody would ever wake", () => {
  it("are the active ones without a moment, and get one", async () => {
    const accountId = await makeAccount();
    const actorId = await makeMember(accountId);
    await makeRun(accountId, { nextActionAt: null, status: "paused", nextBecause: "reply_waits" });
    expect(await kindsOf(accountId)).toEqual([]);
    const run = await makeRun(accountId, { nextActionAt: null });
    expect(await kindsOf(accountId)).toEqual(["runs_unwoken"]);
    await restartRuns(accountId, { kind: "runs_unwoken", actorId, now: NOW });
    expect(await kindsOf(accountId)).toEqual([]);
    expect(await told(run.id)).toMatchObject([{ code: "restarted" }]);
  });
});

describe("what is stuck for good", () => {
  const alerts = (accountId: AccountId) =>
    withAccountSql(accountId, (tx) => tx`select kind, count, data, resolved_at from alerts order by at, id`);

  it("rings once while it lasts, says the newest number, and is over when nothing is stuck", async () => {
    const accountId = await makeAccount();
    await makeRun(accountId, { nextActionAt: later(-10 * MINUTE) });
    expect(await tellIn(accountId, NOW)).toBe(0);
    await makeRun(accountId, { nextActionAt: later(-30 * MINUTE) });
    expect(await tellIn(accountId, NOW)).toBe(1);
    await makeRun(accountId, { nextActionAt: null });
    expect(await tellIn(accountId, later(5 * MINUTE))).toBe(0);
    expect(await alerts(accountId)).toMatchObject([
      { kind: "runs_stuck", count: 1, data: { count: 2 }, resolved_at: null },
    ]);
    await database.sql`
      update enrollments set next_action_at = ${later(60 * MINUTE)} where account_id = ${accountId}`;
    expect(await tellIn(accountId, later(10 * MINUTE))).toBe(0);
    expect(await alerts(accountId)).toMatchObject([{ resolved_at: later(10 * MINUTE) }]);
  });
});
