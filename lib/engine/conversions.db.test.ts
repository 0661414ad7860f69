import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCharge, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { SequenceSnapshot } from "@/lib/core/model";
import { advance } from "./advance";
import { clockAt, DAY, later, messageFrom, NOW, startRun } from "./fixtures/arrange";
import { recordContactEvent } from "./goal";
import { receive } from "./receive";

const database = useTestDatabase();
type Started = Awaited<ReturnType<typeof startRun>>;

const happen = (
  { accountId, contact }: Pick<Started, "accountId" | "contact">,
  over: Partial<Parameters<typeof recordContactEvent>[1]> = {},
) =>
  recordContactEvent(accountId, {
    ...{ contactId: contact.id, name: "paid", dedupeKey: randomUUID(), data: {}, now: later(60_000) },
    ...over,
  });
const conversionsOf = ({ enrollmentId: id }: { enrollmentId: string }) => database.sql`
  select event, step_id as step, is_after_end as after, is_holdout as holdout, amount::int, currency
  from conversions where enrollment_id = ${id}`;
const runOf = async ({ enrollmentId: id }: { enrollmentId: string }) =>
  (await database.sql`select status, end_reason as reason from enrollments where id = ${id}`)[0];
const goalOf = (conditions: NonNullable<SequenceSnapshot["goal"]>["conditions"]) => ({
  goal: { event: "paid", match: "all" as const, conditions },
});

describe("a goal with conditions", () => {
  const isGold = { variable: "event.plan", operator: "equal" as const, value: "gold" };

  it("is reached by an event that meets them alone", async () => {
    const started = await startRun(goalOf([isGold]));
    await happen(started, { data: { plan: "silver" } });
    await happen(started, { data: {} });
    expect(await runOf(started)).toMatchObject({ status: "active" });
    expect(await conversionsOf(started)).toEqual([]);
    const { ended } = await happen(started, { data: { plan: "Gold" } });
    expect(ended).toEqual([started.enrollmentId]);
    expect(await conversionsOf(started)).toHaveLength(1);
  });

  it("sees the contact and what the run is about besides the event", async () => {
    const vip = { variable: "contact.level", operator: "equal" as const, value: "vip" };
    const started = await startRun({ ...goalOf([isGold, vip]), contact: { attributes: { level: "none" } } });
    await happen(started, { data: { plan: "gold" } });
    expect(await runOf(started)).toMatchObject({ status: "active" });
    const other = await startRun({ ...goalOf([isGold, vip]), contact: { attributes: { level: "vip" } } });
    await happen(other, { data: { plan: "gold" } });
    expect(await runOf(other)).toMatchObject({ reason: "goal_reached" });
  });

  it("holds at the next turn of the run as it did when the event came", async () => {
    const started = await startRun(goalOf([isGold]));
    await happen(started, { data: { plan: "silver" } });
    await advance(started.run, clockAt(later(120_000)));
    const [sent] = await database.sql`
      select count(*)::int as n from messages where enrollment_id = ${started.enrollmentId}`;
    expect(sent?.n).toBe(1);
  });
});

describe("a conversion", () => {
  it("counts once for a live run, with the step that was sent last", async () => {
    const started = await startRun({ goal: { event: "paid" } });
    await advance(started.run, clockAt(NOW));
    const dedupeKey = "invoice-7";
    await Promise.all([happen(started, { dedupeKey }), happen(started, { dedupeKey }), happen(started)]);
    expect(await conversionsOf(started)).toEqual([
      {
        ...{ event: "paid", step: started.sequence.snapshot.steps[0]?.id },
        ...{ after: false, holdout: false, amount: null, currency: null },
      },
    ]);
    const told = await database.sql`
      select kind from ledger where enrollment_id = ${started.enrollmentId} and kind = 'converted'`;
    expect(told).toHaveLength(1);
  });

  it("counts for a run that a reply has ended, within the attribution window after its last send", async () => {
    const reply = async (started: Started) => {
      await advance(started.run, clockAt(NOW));
      const events = [messageFrom(started.contact.phone)];
      await receive(started.accountId, { inboxId: started.inbox.id, events, now: later(6_000) });
    };
    const [inTime, late] = [
      await startRun({ goal: { event: "paid" } }),
      await startRun({ goal: { event: "paid" } }),
    ];
    await reply(inTime);
    await reply(late);
    await happen(inTime, { now: later(7 * DAY) });
    await happen(late, { now: later(7 * DAY + 1) });
    expect(await conversionsOf(inTime)).toMatchObject([{ after: true }]);
    expect(await conversionsOf(late)).toEqual([]);
  });

  it("counts for a run that got nothing from its end on, and never for one that sent nothing by itself", async () => {
    const started = await startRun({ goal: { event: "paid" } });
    const { accountId, sequence } = started;
    const over = { status: "ended", endReason: "completed", enrolledAt: later(-30 * DAY) } as const;
    const some = async (more: Partial<Parameters<typeof makeEnrollment>[3]>) => {
      const contact = await makeContact(accountId);
      const { id } = await makeEnrollment(accountId, sequence, contact.id, { ...over, ...more });
      await happen({ accountId, contact });
      return conversionsOf({ enrollmentId: id });
    };
    expect(await some({ isHoldout: true, endedAt: later(-2 * DAY) })).toMatchObject([{ holdout: true }]);
    expect(await some({ isHoldout: true, endedAt: later(-8 * DAY) })).toEqual([]);
    expect(await some({ endedAt: later(-2 * DAY) })).toEqual([]);
  });

  it("is worth the charge that the event is about, and no other charge's run converts", async () => {
    const started = await startRun();
    const { accountId, contact } = started;
    const about = await makeSequence(accountId, { target: "charge", goal: { event: "charge.paid" } });
    const [one, two] = [await makeCharge(accountId, contact.id), await makeCharge(accountId, contact.id)];
    const [first, second] = [
      await makeEnrollment(accountId, about, contact.id, { recordId: one.id, enrolledAt: NOW }),
      await makeEnrollment(accountId, about, contact.id, { recordId: two.id, enrolledAt: NOW }),
    ];
    await happen(started, { name: "charge.paid", recordId: one.id });
    expect(await conversionsOf({ enrollmentId: first.id })).toMatchObject([
      { amount: 12_000, currency: "BRL" },
    ]);
    expect(await conversionsOf({ enrollmentId: second.id })).toEqual([]);
    expect(await runOf({ enrollmentId: second.id })).toMatchObject({ status: "active" });
  });
});

describe("what happens to a contact that was merged", () => {
  it("ends the runs of the one that it lives on in, through all its merges", async () => {
    const started = await startRun({ goal: { event: "paid" } });
    const { accountId, contact } = started;
    const middle = await makeContact(accountId, { mergedIntoId: contact.id });
    const first = await makeContact(accountId, { mergedIntoId: middle.id });
    await happen(started, { contactId: first.id });
    expect(await runOf(started)).toMatchObject({ reason: "goal_reached" });
  });

  it("a reply from an address that it still has counts too, and its own runs write to nobody", async () => {
    const started = await startRun();
    const { accountId, inbox, sequence } = started;
    const merged = await makeContact(accountId, { mergedIntoId: started.contact.id });
    const left = await makeEnrollment(accountId, sequence, merged.id, { enrolledAt: NOW });
    await advance({ accountId, enrollmentId: left.id, driver: 1 }, clockAt(NOW));
    expect(await runOf({ enrollmentId: left.id })).toEqual({ status: "ended", reason: "superseded" });
    await receive(accountId, { inboxId: inbox.id, events: [messageFrom(merged.phone)], now: later(6_000) });
    expect(await runOf(started)).toMatchObject({ reason: "replied" });
  });
});
