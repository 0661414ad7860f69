import { setTimeout as after, setImmediate as immediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { startWhatsappStub, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { closeDrivers } from "@/lib/channels/registry";
import { type ContactLimits, NO_CONTACT_LIMITS, type SequenceSnapshot } from "@/lib/core/model";
import { type InboxLimits, NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, makeWhatsapp, NOW, startRun, templateStep } from "./fixtures/arrange";
import { addCrashPoints, LOCKS } from "./fixtures/crash-points";
import { createPlay } from "./fixtures/pacers";

const database = useTestDatabase();
let whatsapp: WhatsappStub;
beforeAll(async () => {
  whatsapp = await startWhatsappStub();
});
afterAll(async () => {
  closeDrivers();
  await whatsapp.close();
});

const HOUR = 60 * MINUTE;
const ofContact = (over: Partial<ContactLimits>) => ({ ...NO_CONTACT_LIMITS, ...over });
const ofInbox = (over: Partial<InboxLimits>) => ({ ...NO_INBOX_LIMITS, ...over });

/** One run of each contact in each of so many sequences. */
async function startRuns(
  accountId: AccountId,
  {
    contacts = 1,
    sequences = 1,
    ...over
  }: { contacts?: number; sequences?: number } & Partial<SequenceSnapshot>,
) {
  const people = await Promise.all(Array.from({ length: contacts }, () => makeContact(accountId)));
  const ids: string[] = [];
  for (let i = 0; i < sequences; i++) {
    const { sequenceId } = await makeSequence(accountId, { steps: [makeStep()], ...over });
    const contactIds = people.map(({ id }) => id);
    const { enrolled } = await enroll(accountId, { sequenceId, contactIds, actorId: null, now: NOW });
    ids.push(...enrolled.map((one) => one.enrollmentId));
  }
  return ids;
}

/** In batches of different sizes, two of which are under way at a time, each on its own connection. */
const advanceAll = (accountId: AccountId, ids: string[], at: Date) =>
  Promise.all(
    ids.map(async (enrollmentId, i) => {
      for (let ticks = i % 7; ticks > 0; ticks--) await immediate();
      return advance({ accountId, enrollmentId, driver: 1 }, clockAt(at));
    }),
  );

/** Lets everything happen on a clock that jumps from one moment at which something does to the next. */
async function playOut(accountId: AccountId): Promise<void> {
  const play = createPlay(database.sql, accountId);
  let now = NOW;
  for (let jumps = 0; jumps < 500; jumps++) {
    const next = await play.next(now);
    if (!next) return;
    now = next;
    await play.turn(now);
  }
  throw new Error("The runs do not come to an end.");
}

const sentAt = async (accountId: AccountId) =>
  (
    await database.sql<{ at: Date }[]>`
      select claimed_at as at from messages where account_id = ${accountId} and status = 'sent' order by 1`
  ).map((row) => row.at.getTime());
/** The most that lie within any span of this length. */
const mostWithin = (times: number[], ms: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
const waiting = (accountId: AccountId) => database.sql`
  select next_because as code, next_action_at as at from enrollments
  where account_id = ${accountId} and status = 'active' order by next_action_at`;
/** How many transactions of this database wait for one that has what they want. */
const waitingLocks = async (sql: typeof database.sql) =>
  (
    await sql`
      select pid from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`
  ).length;
const buckets = (accountId: AccountId) => database.sql`
  select span, starts_at, used from pace_buckets where account_id = ${accountId} order by span`;

describe("the limits of a contact", () => {
  it("hold over all sequences that reach for the contact at once, and everything is sent in the end", async () => {
    const accountId = await makeAccount({ settings: { limits: ofContact({ perDay: 2 }) } });
    await makeInbox(accountId);
    const ids = await startRuns(accountId, { sequences: 14 });
    await advanceAll(accountId, ids, NOW);
    expect(await sentAt(accountId)).toEqual([NOW.getTime(), NOW.getTime()]);
    const held = await waiting(accountId);
    expect(held).toEqual(Array.from({ length: 12 }, () => ({ code: "contact_limit", at: later(DAY) })));
    const told = await database.sql`
      select because->'data' as data from ledger where account_id = ${accountId} and kind = 'waiting'`;
    expect(told).toHaveLength(12);
    expect(told[0]?.data).toEqual({ span: "day", limit: 2, used: 2, until: later(DAY).toISOString() });

    await playOut(accountId);
    const times = await sentAt(accountId);
    expect(times).toHaveLength(14);
    expect(mostWithin(times, DAY)).toBe(2);
  });

  it("of one sequence do not hold back another, whose sends count for them even while they are claimed", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId);
    const contact = await makeContact(accountId);
    const start = async (limits: ContactLimits) => {
      const { sequenceId } = await makeSequence(accountId, { steps: [makeStep()], limits });
      const wish = { sequenceId, contactIds: [contact.id], actorId: null, now: NOW };
      return (await enroll(accountId, wish)).enrolled[0]?.enrollmentId ?? "";
    };
    const [free, limited] = [await start(NO_CONTACT_LIMITS), await start(ofContact({ gapMinutes: 90 }))];
    // The claim of the first stands still just before its commit while the second is decided.
    const { sql } = database;
    await addCrashPoints(sql);
    const gate = await sql.reserve();
    await gate`select pg_advisory_lock(${LOCKS.claim_uncommitted})`;
    const turns: Promise<unknown>[] = [];
    for (const enrollmentId of [free, limited]) {
      turns.push(advance({ accountId, enrollmentId, driver: 1 }, clockAt(NOW)));
      while (await waitingLocks(sql).then((count) => count < turns.length)) await after(5);
    }
    await gate`select pg_advisory_unlock(${LOCKS.claim_uncommitted})`;
    gate.release();
    expect(await Promise.all(turns)).toEqual([
      { kind: "end", reason: "completed" },
      { kind: "wait", until: later(90 * MINUTE).toISOString() },
    ]);
    await playOut(accountId);
    expect(await sentAt(accountId)).toEqual([NOW.getTime(), later(90 * MINUTE).getTime()]);
  });

  it("count what may have reached the contact, and not what surely did not", async () => {
    const accountId = await makeAccount({ settings: { limits: ofContact({ perDay: 2 }) } });
    await makeInbox(accountId);
    const [enrollmentId] = await startRuns(accountId, {});
    const [run] = await database.sql`select contact_id from enrollments where id = ${enrollmentId ?? ""}`;
    for (const status of ["unknown", "failed", "scheduled", "skipped"]) {
      await database.sql`
        with past as (
          insert into enrollments (account_id, sequence_id, version_id, contact_id, status, ended_at)
          values (${accountId}, gen_random_uuid(), gen_random_uuid(), ${run?.contact_id}, 'ended', ${later(-HOUR)})
          returning id
        )
        insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, claimed_at)
        select ${accountId}, id, ${run?.contact_id}, gen_random_uuid(), 0, ${status}, ${later(-HOUR)} from past`;
    }
    const once = { accountId, enrollmentId: enrollmentId ?? "", driver: 1 };
    expect(await advance(once, clockAt(NOW))).toEqual({ kind: "end", reason: "completed" });
    const [again] = await startRuns(accountId, {});
    await database.sql`update enrollments set contact_id = ${run?.contact_id} where id = ${again ?? ""}`;
    const held = await advance({ ...once, enrollmentId: again ?? "" }, clockAt(later(MINUTE)));
    expect(held).toEqual({ kind: "wait", until: later(DAY - HOUR).toISOString() });
  });
});

describe("the limits of an inbox", () => {
  it("hold over all contacts at once, and everything is sent in the end", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId, { limits: ofInbox({ perHour: 5, perDay: 14 }) });
    const ids = await startRuns(accountId, { contacts: 24 });
    await advanceAll(accountId, ids, NOW);
    expect(await sentAt(accountId)).toHaveLength(5);
    const held = await waiting(accountId);
    expect(held).toHaveLength(19);
    const nextHour = new Date("2026-03-10T16:00:00Z").getTime();
    for (const { code, at } of held) {
      expect(code).toBe("inbox_limit");
      // Nobody before the next hour, and about when the hours have room for those ahead.
      expect(at.getTime()).toBeGreaterThanOrEqual(nextHour);
      expect(at.getTime()).toBeLessThan(later(DAY).getTime());
    }

    await playOut(accountId);
    const times = await sentAt(accountId);
    expect(times).toHaveLength(24);
    const hours = times.map((at) => Math.floor(at / HOUR));
    expect(Math.max(...hours.map((hour) => hours.filter((one) => one === hour).length))).toBe(5);
    // The account's day begins at 03:00 UTC.
    const days = times.map((at) => Math.floor((at - 3 * HOUR) / DAY));
    expect([...new Set(days)].map((day) => days.filter((one) => one === day).length)).toEqual([14, 10]);
  });

  it("leave the inboxes without limits alone: nothing is counted for them", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId);
    await advanceAll(accountId, await startRuns(accountId, { contacts: 3 }), NOW);
    expect(await sentAt(accountId)).toHaveLength(3);
    expect(await buckets(accountId)).toEqual([]);
  });

  it("count an attempt that is repeated again, and begin anew with each minute, hour and day", async () => {
    const { accountId, run } = await startRun({
      inbox: (account) => makeWhatsapp(account, whatsapp.url, { limits: ofInbox({ perDay: 10 }) }),
      steps: [templateStep(), { ...templateStep(), wait: { amount: 1, unit: "days" } }],
    });
    whatsapp.failNext({ kind: "status", status: 500 });
    await advance(run, clockAt(NOW));
    await advance(run, clockAt(later(30_000)));
    const [day, hour] = [new Date("2026-03-10T03:00:00Z"), new Date("2026-03-10T15:00:00Z")];
    expect(await buckets(accountId)).toEqual([
      { span: "minute", starts_at: hour, used: 2 },
      { span: "hour", starts_at: hour, used: 2 },
      { span: "day", starts_at: day, used: 2 },
    ]);
    const next = later(DAY + 30_000);
    expect(await advance(run, clockAt(next))).toMatchObject({ kind: "end" });
    expect(await buckets(accountId)).toEqual([
      { span: "minute", starts_at: new Date(hour.getTime() + DAY), used: 1 },
      { span: "hour", starts_at: new Date(hour.getTime() + DAY), used: 1 },
      { span: "day", starts_at: new Date(day.getTime() + DAY), used: 1 },
    ]);
  });
});

describe("a step that is skipped for whom somebody has written to lately", () => {
  const rule = { skipRules: [{ when: "messaged_within" as const, hours: 24 }] };
  const outcome = async (enrollmentId: string) =>
    (await database.sql`select status, error_code from messages where enrollment_id = ${enrollmentId}`)[0];

  it("sees what a person wrote by hand, in any thread, and for how long", async () => {
    for (const [ago, expected] of [
      [23, { status: "skipped", error_code: "messaged_recently" }],
      [24, { status: "sent", error_code: null }],
    ] as const) {
      const { accountId, inbox, contact, run } = await startRun({ steps: [makeStep(rule)] });
      await database.sql`
        with thread as (
          insert into conversations (account_id, inbox_id, contact_id)
          values (${accountId}, ${inbox.id}, ${contact.id}) returning id
        )
        insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, text, at)
        select ${accountId}, id, ${contact.id}, ${inbox.id}, 'outbound', 'Hi', ${later(-ago * HOUR)} from thread`;
      await advance(run, clockAt(NOW));
      expect(await outcome(run.enrollmentId)).toEqual(expected);
    }
  });

  it("sees what another sequence sends in the same moment", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId);
    const ids = await startRuns(accountId, { sequences: 6, steps: [makeStep(rule)] });
    await advanceAll(accountId, ids, NOW);
    const all = await Promise.all(ids.map(outcome));
    expect(all.filter((one) => one?.status === "sent")).toHaveLength(1);
    expect(all.filter((one) => one?.error_code === "messaged_recently")).toHaveLength(5);
  });
});
