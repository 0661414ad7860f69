import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceSnapshot } from "@/lib/core/model";
import { type InboxLimits, NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { pauseEnrollments } from "@/lib/enrollments/control";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, messageFrom, NOW } from "./fixtures/arrange";
import { createPlay } from "./fixtures/pacers";
import { pauseInbox, resumeInbox } from "./inbox-health";
import { releaseTickets } from "./pacer";
import { keepPaces } from "./queue";
import { receive } from "./receive";

const database = useTestDatabase();
const HOUR = 60 * MINUTE;
const limited = (limits: Partial<InboxLimits>) => ({ limits: { ...NO_INBOX_LIMITS, ...limits } });

type Group = { contacts: number; at?: Date } & Partial<SequenceSnapshot>;

/** One run of a new sequence for each of so many new contacts; answers the ids of the runs. */
async function begin(accountId: AccountId, { contacts, at = NOW, ...over }: Group): Promise<string[]> {
  const { sequenceId } = await makeSequence(accountId, { steps: [makeStep()], ...over });
  return join(accountId, sequenceId, contacts, at);
}

async function join(accountId: AccountId, sequenceId: string, contacts: number, at: Date): Promise<string[]> {
  const people = await Promise.all(Array.from({ length: contacts }, () => makeContact(accountId)));
  const contactIds = people.map(({ id }) => id);
  const { enrolled } = await enroll(accountId, { sequenceId, contactIds, actorId: null, now: at });
  return enrolled.map((one) => one.enrollmentId);
}

const take = (accountId: AccountId, ids: string[], now: Date) =>
  Promise.all(ids.map((enrollmentId) => advance({ accountId, enrollmentId, driver: 1 }, clockAt(now))));

async function playOut(accountId: AccountId, from: Date, until?: Date): Promise<void> {
  const play = createPlay(database.sql, accountId);
  let now = from;
  for (let jumps = 0; jumps < 1_500; jumps++) {
    const next = await play.next(now);
    if (!next || (until && next > until)) return;
    now = next;
    await play.turn(now);
  }
  throw new Error("The runs do not come to an end.");
}

const sent = (accountId: AccountId) => database.sql<{ id: string; at: Date; contact_id: string }[]>`
  select enrollment_id as id, claimed_at as at, contact_id from messages
  where account_id = ${accountId} and status = 'sent' order by claimed_at, enrollment_id`;
const queue = (accountId: AccountId) => database.sql<
  { id: string; inbox: string | null; code: string; at: Date; since: Date; ticket: Date | null }[]
>`
  select id, queued_inbox_id as inbox, next_because as code, next_action_at as at, queued_at as since, ticket_at as ticket
  from enrollments where account_id = ${accountId} and queued_inbox_id is not null order by queued_at, id`;
const pacerOf = async (accountId: AccountId) =>
  (
    await database.sql<{ inboxId: string; pacer: number; until: Date | null; queued: number }[]>`
      select inbox_id as "inboxId", pacer, paced_until as until, queued from inbox_paces where account_id = ${accountId}`
  )[0] ?? { inboxId: "", pacer: 0, until: null, queued: 0 };

describe("the queue of an inbox", () => {
  it("takes whoever finds no place, in the order of what fell due, and says so once", async () => {
    const accountId = await makeAccount();
    const inbox = await makeInbox(accountId, limited({ perSecond: 1 }));
    const ids = await begin(accountId, { contacts: 6 });
    await take(accountId, ids, NOW);
    const waiting = await queue(accountId);
    // One place is near enough to be waited for.
    expect(waiting).toHaveLength(5);
    for (const one of waiting) {
      expect(one).toMatchObject({ inbox: inbox.id, code: "inbox_limit", since: NOW, ticket: null });
      expect(one.at > NOW).toBe(true);
    }
    expect(await pacerOf(accountId)).toMatchObject({ inboxId: inbox.id, pacer: 1, queued: 5 });
    // Whoever looks again waits on, and writes no second line.
    await take(accountId, ids, later(1));
    const lines = await database.sql`
      select because->'data' as data from ledger where account_id = ${accountId} and kind = 'waiting'`;
    expect(lines).toHaveLength(5);
    expect(lines[0]?.data).toMatchObject({ span: "second", limit: 1, inboxId: inbox.id, inbox: inbox.name });
    await playOut(accountId, later(2));
    expect(await sent(accountId)).toHaveLength(6);
    expect(await pacerOf(accountId)).toMatchObject({ until: null, queued: 0 });
  });

  it("lets a higher priority go first, and sequences of the same one by turns", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId, limited({ perSecond: 1 }));
    const crowd = await begin(accountId, { contacts: 30 });
    await take(accountId, crowd, NOW);
    const few = await begin(accountId, { contacts: 5, at: later(3_000) });
    const urgent = await begin(accountId, { contacts: 3, at: later(3_000), priority: "high" });
    await take(accountId, [...few, ...urgent], later(3_000));
    const before = new Set((await sent(accountId)).map(({ id }) => id));
    await playOut(accountId, later(3_000));
    const order = (await sent(accountId)).map(({ id }) => id).filter((id) => !before.has(id));
    expect(order).toHaveLength(38 - before.size);
    // Those who had a ticket before they came go before them.
    const from = order.findIndex((id) => urgent.includes(id));
    expect(from).toBeLessThan(5);
    expect(order.slice(from, from + 3).every((id) => urgent.includes(id))).toBe(true);
    const turns = order.slice(from + 3, from + 13);
    expect(turns.filter((id) => few.includes(id))).toHaveLength(5);
  });

  it("lets a step that cannot be said pass at its place, instead of having it stand in line again", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId, limited({ perSecond: 1, perHour: 1 }));
    await take(accountId, await begin(accountId, { contacts: 1 }), NOW);
    const content = { type: "text" as const, text: "Your plan is {{ contact.plan }}" };
    const ids = await begin(accountId, { contacts: 3, steps: [makeStep({ content })] });
    await take(accountId, ids, NOW);
    expect(await queue(accountId)).toHaveLength(3);
    await playOut(accountId, NOW, later(4 * HOUR));
    const runs = await database.sql`
      select distinct end_reason as reason from enrollments where account_id = ${accountId} and id = any(${ids})`;
    expect(runs).toEqual([{ reason: "undeliverable" }]);
  });

  it("of an inbox that was paused goes on in order when it is resumed", async () => {
    const accountId = await makeAccount();
    const { id: inboxId } = await makeInbox(accountId, limited({ perSecond: 5 }));
    const pause = { inboxId, code: "token", detail: "", probeAfterSeconds: null, now: NOW };
    await withAccountSql(accountId, (tx) => pauseInbox(tx, accountId, pause));
    const { sequenceId } = await makeSequence(accountId, { steps: [makeStep()] });
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push(...(await join(accountId, sequenceId, 1, later(n * MINUTE))));
    for (const [n, id] of ids.toReversed().entries()) await take(accountId, [id], later(HOUR + n));
    expect((await queue(accountId)).map(({ code }) => code)).toEqual(ids.map(() => "inbox_paused"));
    expect(await pacerOf(accountId)).toMatchObject({ until: null, queued: 6 });
    const resumedAt = later(HOUR + 5 * MINUTE);
    await withAccountSql(accountId, (tx) =>
      resumeInbox(tx, accountId, { inboxId, by: "person", now: resumedAt }),
    );
    await playOut(accountId, resumedAt);
    const log = await sent(accountId);
    expect(log.map(({ id }) => id)).toEqual(ids);
    expect((log[0]?.at.getTime() ?? 0) - resumedAt.getTime()).toBeLessThan(2_000);
  });

  it.each(["waits", "has a ticket"])(
    "sends nothing to whoever stops or replies while the run %s",
    async (when) => {
      const accountId = await makeAccount();
      const inbox = await makeInbox(accountId, limited({ perHour: 1 }));
      await take(accountId, await begin(accountId, { contacts: 3 }), NOW);
      const waiting = (await queue(accountId)).map(({ id }) => id);
      expect(waiting).toHaveLength(2);
      const at = later(HOUR);
      if (when === "has a ticket") {
        await database.sql`update inboxes set limits = ${database.sql.json({ ...NO_INBOX_LIMITS, perHour: 9 })}`;
        await database.sql`update enrollments set ticket_at = ${at} where id = any(${waiting})`;
      }
      const [a = "", b = ""] = waiting;
      const [person] = await database.sql<{ value: string }[]>`
      select i.value from contact_identities i join enrollments e on e.contact_id = i.contact_id
      where e.id = ${a} and i.kind = 'phone'`;
      const events = [messageFrom(person?.value ?? "", { at })];
      await receive(accountId, { inboxId: inbox.id, events, now: at });
      await pauseEnrollments(accountId, { ids: [b], actorId: await makeMember(accountId, "agent"), now: at });
      expect(await queue(accountId)).toEqual([]);
      await take(accountId, waiting, at);
      expect((await sent(accountId)).filter(({ id }) => waiting.includes(id))).toEqual([]);
    },
  );
});

describe("whoever gives out the places", () => {
  async function backlog(contacts = 40) {
    const accountId = await makeAccount();
    const { id: inboxId } = await makeInbox(accountId, limited({ perSecond: 4 }));
    await take(accountId, await begin(accountId, { contacts }), NOW);
    return { accountId, inboxId };
  }
  const tickets = async (accountId: AccountId) =>
    (await queue(accountId)).flatMap(({ ticket }) => (ticket ? [ticket.getTime()] : []));

  it("gives none twice, though it is asked twice at once and its predecessor still lives", async () => {
    const { accountId, inboxId } = await backlog();
    await database.sql`update inbox_paces set pacer = 2 where inbox_id = ${inboxId}`;
    const ask = (pacer: number) => releaseTickets({ accountId, inboxId, pacer }, clockAt(later(3_000)));
    const [old] = await Promise.all([ask(1), ask(2), ask(2)]);
    expect(old).toEqual({ kind: "end" });
    const given = await tickets(accountId);
    expect(given.length).toBeGreaterThan(4);
    expect(new Set(given).size).toBe(given.length);
    given.sort((a, b) => a - b);
    for (const [i, at] of given.entries()) {
      const fifth = given[i + 4];
      if (fifth) expect(fifth - at).toBeGreaterThanOrEqual(1_000);
    }
  });

  it("is replaced when it is lost, and what it had given goes back to the head", async () => {
    const { accountId, inboxId } = await backlog();
    await releaseTickets({ accountId, inboxId, pacer: 1 }, clockAt(later(3_000)));
    const had = (await queue(accountId)).filter(({ ticket }) => ticket).map(({ id }) => id);
    expect(had.length).toBeGreaterThan(4);
    // The runs with tickets are lost, too. Nobody takes over while the lease holds.
    expect(await keepPaces(accountId, later(MINUTE))).toBe(0);
    const now = later(5 * MINUTE);
    expect(await keepPaces(accountId, now)).toBe(1);
    expect(await pacerOf(accountId)).toMatchObject({ pacer: 2 });
    await releaseTickets({ accountId, inboxId, pacer: 2 }, clockAt(now));
    const again = (await queue(accountId)).filter(({ ticket }) => ticket).map(({ id }) => id);
    expect(again).toEqual(expect.arrayContaining(had.slice(0, again.length)));
    // Another durable run drives each of them from now on.
    const started = await database.sql`
      select from outbox where name = 'enrollment/started' and data->>'driver' = '2'
        and data->>'enrollmentId' = any(${had})`;
    expect(started).toHaveLength(had.length);
    await playOut(accountId, now);
    expect(await sent(accountId)).toHaveLength(40);
  });

  it("leaves where nobody waits, and where the inbox is paused", async () => {
    const { accountId, inboxId } = await backlog();
    await database.sql`update inboxes set status = 'paused' where id = ${inboxId}`;
    const turn = await releaseTickets({ accountId, inboxId, pacer: 1 }, clockAt(NOW));
    expect(turn).toEqual({ kind: "end" });
    expect(await tickets(accountId)).toEqual([]);
    expect((await pacerOf(accountId)).until).toBe(null);
  });
});

describe("a place", () => {
  it("that went by before the provider was called is given back, without a trace", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId, limited({ perSecond: 1, perDay: 10 }));
    const [id = ""] = await begin(accountId, { contacts: 1 });
    // The worker stands still between the claim and the call.
    let looks = 0;
    const clock = () => (looks++ < 2 ? NOW : later(900));
    const turn = await advance({ accountId, enrollmentId: id, driver: 1 }, clock);
    expect(turn.kind).toBe("wait");
    const [message] = await database.sql`
      select status, attempts, claimed_at from messages where enrollment_id = ${id}`;
    expect(message).toEqual({ status: "scheduled", attempts: 0, claimed_at: null });
    const used = await database.sql`select used from pace_buckets where account_id = ${accountId}`;
    expect(used.map((row) => row.used)).toEqual([0, 0, 0]);
    expect(await database.sql`select from ledger where enrollment_id = ${id} and kind <> 'enrolled'`).toEqual(
      [],
    );
    await take(accountId, [id], later(2_000));
    expect(await sent(accountId)).toHaveLength(1);
    const [again] = await database.sql`select attempts from messages where enrollment_id = ${id}`;
    expect(again?.attempts).toBe(1);
  });
});

describe("a contact's room", () => {
  it("is left to a higher priority that comes soon, and goes to whoever yielded afterwards", async () => {
    const limits = { perDay: 1, perWeek: null, gapMinutes: null };
    const accountId = await makeAccount({ settings: { limits } });
    await makeInbox(accountId);
    const { id: contactId } = await makeContact(accountId);
    const start = async (over: Partial<SequenceSnapshot>) => {
      const { sequenceId } = await makeSequence(accountId, over);
      const { enrolled } = await enroll(accountId, {
        sequenceId,
        contactIds: [contactId],
        actorId: null,
        now: NOW,
      });
      return enrolled[0]?.enrollmentId ?? "";
    };
    const low = await start({ steps: [makeStep()], priority: "low" });
    const high = await start({ steps: [makeStep({ wait: { amount: 3, unit: "hours" } })], priority: "high" });
    for (const id of [high, low]) await take(accountId, [id], NOW);
    const [waiting] =
      await database.sql`select next_because as code, next_action_at as at from enrollments where id = ${low}`;
    expect(waiting).toEqual({ code: "yields_to_priority", at: later(3 * HOUR + MINUTE) });
    await playOut(accountId, NOW);
    expect((await sent(accountId)).map(({ id, at }) => ({ id, at }))).toEqual([
      { id: high, at: later(3 * HOUR) },
      { id: low, at: later(3 * HOUR + DAY) },
    ]);
  });
});
