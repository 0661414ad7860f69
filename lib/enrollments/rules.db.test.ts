import { beforeEach, describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import {
  makeAccount,
  makeCharge,
  makeContact,
  makeDeal,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { conversations } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { DEAL_STATUSES, type SequenceSnapshot } from "@/lib/core/model";
import { isHeldOut, runSeed } from "@/lib/core/split";
import { resolveConversation } from "@/lib/engine/resolve";
import { enroll, previewEnroll } from "./mutations";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T15:00:00Z");
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

let accountId: AccountId;
beforeEach(async () => {
  accountId = await makeAccount({ settings: { timeZone: "America/Sao_Paulo" } });
  await makeInbox(accountId);
});

type Wish = Partial<Parameters<typeof enroll>[1]>;
const into = async (over: Partial<SequenceSnapshot>) => {
  const { sequenceId } = await makeSequence(accountId, over);
  const wishOf = (contactIds: string[], wish: Wish) => ({
    ...{ sequenceId, contactIds, actorId: null, now: NOW },
    ...wish,
  });
  /** What is promised is what is done. */
  const start = async (contactIds: string[], wish: Wish = {}) => {
    const promised = await previewEnroll(accountId, wishOf(contactIds, wish));
    const done = await enroll(accountId, wishOf(contactIds, wish));
    const links = (some: { contactId: string; aboutId: string | null }[]) =>
      some.map(({ contactId, aboutId }) => `${contactId} ${aboutId}`).sort();
    expect(links(done.enrolled)).toEqual(links(promised.free));
    expect(done.existing).toEqual(promised.existing);
    expect(done.refused).toEqual(promised.refused);
    return done;
  };
  return { sequenceId, start };
};
const end = (ids: string[], at: Date) =>
  database.sql`update enrollments set status = 'ended', ended_at = ${at} where id = any(${ids})`;
const idsOf = ({ enrolled }: { enrolled: { enrollmentId: string }[] }) =>
  enrolled.map((one) => one.enrollmentId);

describe("a contact whose run has ended", () => {
  it.each([
    ["never", { rule: "never", days: 7 }, 400, "reenroll_never"],
    ["before its days are over", { rule: "after_days", days: 7 }, 6.99, "reenroll_too_soon"],
    ["when its days are over", { rule: "after_days", days: 7 }, 7, null],
    ["at once", { rule: "after_end", days: 7 }, 0, null],
  ] as const)("comes again by the sequence's rule: %s", async (_, reenrollment, days, refusal) => {
    const { start } = await into({ reenrollment });
    const contact = await makeContact(accountId);
    await end(idsOf(await start([contact.id])), NOW);
    const again = await start([contact.id], { now: later(days) });
    expect(again.refused).toEqual(refusal ? [{ contactId: contact.id, code: refusal }] : []);
    expect(again.enrolled).toHaveLength(refusal ? 0 : 1);
    const told = await database.sql`
      select because->>'code' as code from ledger where contact_id = ${contact.id} and kind = 'enrollment_refused'`;
    expect(told).toEqual(refusal ? [{ code: refusal }] : []);
  });

  it("is free for another sequence, and while it lives answers with itself", async () => {
    const first = await into({});
    const second = await into({});
    const contact = await makeContact(accountId);
    const { enrolled } = await first.start([contact.id]);
    expect((await first.start([contact.id])).existing).toEqual(enrolled);
    await end(idsOf({ enrolled }), NOW);
    expect((await second.start([contact.id])).enrolled).toHaveLength(1);
  });
});

describe("a sequence with a last day", () => {
  it("takes people in until that day is over in the account's zone, and says afterwards why not", async () => {
    const { start } = await into({ endsOn: "2026-03-10" });
    const [one, two] = [await makeContact(accountId), await makeContact(accountId)];
    const midnight = new Date("2026-03-11T03:00:00Z");
    const lastMoment = new Date(midnight.getTime() - 1);
    expect((await start([one.id], { now: lastMoment })).enrolled).toHaveLength(1);
    expect((await start([two.id], { now: midnight })).refused).toEqual([
      { contactId: two.id, code: "sequence_over" },
    ]);
  });
});

describe("what a run begins with", () => {
  it("is the sequence's default assignee", async () => {
    const assigneeId = await makeMember(accountId, "agent");
    const { start } = await into({ defaultAssigneeId: assigneeId });
    await start([(await makeContact(accountId)).id]);
    const rows = await database.sql`select assignee_id from enrollments where account_id = ${accountId}`;
    expect(rows).toEqual([{ assignee_id: assigneeId }]);
  });

  it("is a place in the holdout for the share that the seed draws, and only for it", async () => {
    const { sequenceId, start } = await into({ holdoutPercent: 30 });
    const people = await Promise.all(Array.from({ length: 40 }, () => makeContact(accountId)));
    await start(people.map(({ id }) => id));
    const rows = await database.sql<{ contact_id: string; is_holdout: boolean }[]>`
      select contact_id, is_holdout from enrollments where sequence_id = ${sequenceId}`;
    for (const { contact_id: contactId, is_holdout } of rows)
      expect(is_holdout).toBe(isHeldOut(runSeed({ sequenceId, contactId }), 30));
  });
});

describe("a sequence about records", () => {
  it("gets a run for each record of a contact that is open, and refuses whom has none", async () => {
    const { start } = await into({ target: "charge" });
    const [ana, bo] = [await makeContact(accountId), await makeContact(accountId)];
    const pending = await makeCharge(accountId, ana.id);
    const overdue = await makeCharge(accountId, ana.id, { status: "overdue" });
    await makeCharge(accountId, ana.id, { status: "paid" });
    await makeCharge(accountId, bo.id, { status: "canceled" });
    const done = await start([ana.id, bo.id]);
    expect(done.enrolled.map((one) => one.aboutId).sort()).toEqual([pending.id, overdue.id].sort());
    expect(done.refused).toEqual([{ contactId: bo.id, code: "no_record" }]);
    const again = await start([ana.id]);
    expect(again.enrolled).toEqual([]);
    expect(again.existing).toHaveLength(2);
  });

  it("counts only appointments that are yet to come, and open deals", async () => {
    const { id } = await makeContact(accountId);
    const at = (days: number, status: string) => database.sql<{ id: string }[]>`
      insert into appointments (account_id, contact_id, title, starts_at, status)
      values (${accountId}, ${id}, 'Check', ${later(days)}, ${status}) returning id`;
    const [booked] = await at(1, "booked");
    const [confirmed] = await at(2, "confirmed");
    await at(-1, "booked");
    await at(3, "canceled");
    const appointments = (await (await into({ target: "appointment" })).start([id])).enrolled;
    expect(appointments.map((one) => one.aboutId).sort()).toEqual([booked?.id, confirmed?.id].sort());
    const deals = await Promise.all(DEAL_STATUSES.map((status) => makeDeal(accountId, id, { status })));
    const open = deals.find((deal) => deal.status === "open");
    expect((await (await into({ target: "deal" })).start([id])).enrolled).toMatchObject([
      { aboutId: open?.id },
    ]);
  });

  it("takes the records that are named, whatever became of them, but of these contacts only", async () => {
    const { start } = await into({ target: "charge" });
    const [ana, bo] = [await makeContact(accountId), await makeContact(accountId)];
    const paid = await makeCharge(accountId, ana.id, { status: "paid" });
    await makeCharge(accountId, ana.id);
    const aboutIds = [paid.id];
    expect((await start([ana.id], { aboutIds })).enrolled).toMatchObject([{ aboutId: paid.id }]);
    expect((await start([bo.id], { aboutIds })).refused).toEqual([{ contactId: bo.id, code: "no_record" }]);
    const theirs = await makeAccount();
    const stranger = await makeContact(theirs);
    const foreign = await makeCharge(theirs, stranger.id);
    const refused = await start([ana.id], { aboutIds: [foreign.id] });
    expect(refused.refused).toEqual([{ contactId: ana.id, code: "no_record" }]);
  });

  it("comes again for another record at once, and for the same one by the rule", async () => {
    const { start } = await into({ target: "charge", reenrollment: { rule: "never", days: 7 } });
    const { id } = await makeContact(accountId);
    const first = await makeCharge(accountId, id);
    await end(idsOf(await start([id])), NOW);
    const second = await makeCharge(accountId, id);
    const again = await start([id]);
    expect(again.enrolled).toMatchObject([{ aboutId: second.id }]);
    expect(again.refused).toEqual([{ contactId: id, code: "reenroll_never" }]);
    expect((await start([id], { aboutIds: [first.id] })).refused).toHaveLength(1);
  });

  it("raced makes one run for each record", async () => {
    const { sequenceId } = await into({ target: "charge" });
    const people = await Promise.all(Array.from({ length: 5 }, () => makeContact(accountId)));
    for (const { id } of [...people, ...people]) await makeCharge(accountId, id);
    const contactIds = people.map(({ id }) => id);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => enroll(accountId, { sequenceId, contactIds, actorId: null, now: NOW })),
    );
    expect(answers.flatMap((answer) => answer.enrolled)).toHaveLength(10);
    for (const { enrolled, existing } of answers) expect(enrolled.length + existing.length).toBe(10);
  });

  it("says once what is wrong with a contact, however many records there are", async () => {
    const { start } = await into({ target: "charge" });
    const contact = await makeContact(accountId, { blockedAt: NOW });
    for (let i = 0; i < 3; i++) await makeCharge(accountId, contact.id);
    expect((await start([contact.id])).refused).toEqual([{ contactId: contact.id, code: "blocked" }]);
  });
});

describe("a sequence about conversations", () => {
  const about = () => into({ target: "conversation" });
  const thread = async (contactId: string, over: Partial<typeof conversations.$inferInsert> = {}) => {
    const { id: inboxId } = await makeInbox(accountId);
    const [made] = await withAccount(accountId, (tx) =>
      tx
        .insert(conversations)
        .values({ accountId, inboxId, contactId, ...over })
        .returning(),
    );
    return made?.id ?? "";
  };

  it("links each run to the thread that was spoken in last, an unresolved one before any other", async () => {
    const { start } = await about();
    const contact = await makeContact(accountId);
    await thread(contact.id, { lastMessageAt: later(-9) });
    const open = await thread(contact.id, { lastMessageAt: later(-3) });
    await thread(contact.id, { lastMessageAt: later(-1), status: "resolved", resolvedAt: later(-1) });
    expect((await start([contact.id])).enrolled).toMatchObject([{ aboutId: open }]);
    const [run] = await database.sql`
      select conversation_id, record_id from enrollments where contact_id = ${contact.id}`;
    expect(run).toEqual({ conversation_id: open, record_id: null });
  });

  it("refuses a contact who has none, and starts no second run in the same thread", async () => {
    const { start } = await about();
    const [silent, contact] = [await makeContact(accountId), await makeContact(accountId)];
    await thread(contact.id);
    const first = await start([silent.id, contact.id]);
    expect(first.refused).toEqual([{ contactId: silent.id, code: "no_conversation" }]);
    expect((await start([contact.id])).existing.map((one) => one.enrollmentId)).toEqual(idsOf(first));
  });

  it("ends the run when its thread is resolved, and not when another one is", async () => {
    const { start } = await about();
    const contact = await makeContact(accountId);
    const elsewhere = await thread(contact.id);
    const linked = await thread(contact.id, { lastMessageAt: later(-1) });
    const runs = idsOf(await start([contact.id]));
    const resolve = (conversationId: string) =>
      resolveConversation(accountId, { conversationId, actorId: null, now: later(1) });
    expect((await resolve(elsewhere)).ended).toEqual([]);
    expect((await resolve(linked)).ended).toEqual(runs);
  });
});
