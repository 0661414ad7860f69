import { beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import {
  makeAccount,
  makeAppointment,
  makeCharge,
  makeContact,
  makeDeal,
  makeEnrollment,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { moveDeal } from "./deals";
import { addRecord, setStatus } from "./mutations";
import { firstStage } from "./pipelines";
import { reschedule } from "./reschedule";
import type { RecordInput, RecordStatus } from "./schema";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const by = (at = 0) => ({ actorId: null, now: minutes(at) });

let accountId: AccountId;
let contactId: string;
beforeEach(async () => {
  accountId = await makeAccount();
  contactId = (await makeContact(accountId)).id;
});

const told = async (recordId: string) => {
  const rows = await database.sql<{ name: string; data: Record<string, unknown> }[]>`
    select name, data from contact_events where record_id = ${recordId} order by at, id`;
  return rows.map(({ name, data }) => ({ name, data }));
};
const namesOf = async (recordId: string) => (await told(recordId)).map(({ name }) => name);
const stages = async () => {
  await withAccountSql(accountId, (tx) => firstStage(tx, accountId));
  const rows = await database.sql<{ id: string; name: string }[]>`
    select id, name from stages where account_id = ${accountId} order by position`;
  return rows.map(({ id }) => id) as [string, string, string, string];
};

const NEW: Record<RecordInput["kind"], RecordInput> = {
  deal: {
    ...{ kind: "deal", title: "Roof", assigneeId: null, amount: 90_000, currency: "BRL", status: "open" },
    ...{ expectedCloseOn: null, stageId: null, lostReason: "" },
  },
  appointment: {
    ...{ kind: "appointment", title: "Visit", assigneeId: null, status: "booked", location: "" },
    ...{ startsAt: "2026-11-20T12:00:00Z", endsAt: null },
  },
  charge: {
    ...{ kind: "charge", title: "Invoice", assigneeId: null, amount: 1_000, currency: "JPY" },
    ...{ dueOn: "2026-12-01", status: "pending", paymentUrl: "" },
  },
};

describe("a new record", () => {
  it.each([
    ["deal", "deal.created", { title: "Roof", amount: 900, currency: "BRL" }],
    ["appointment", "appointment.booked", { title: "Visit" }],
    ["charge", "charge.created", { title: "Invoice", amount: 1_000, currency: "JPY" }],
  ] as const)("of kind %s is told as %s, with its amount in major units", async (kind, name, data) => {
    const { id } = await addRecord(accountId, { contactId, record: NEW[kind], ...by() });
    expect(await told(id)).toEqual([{ name, data }]);
  });
});

describe("every step of a record's life", () => {
  it.each<[RecordInput["kind"], RecordStatus[], string[]]>([
    ["deal", ["won"], ["deal.won"]],
    ["deal", ["lost", "open", "won"], ["deal.lost", "deal.won"]],
    ["appointment", ["confirmed", "completed"], ["appointment.confirmed", "appointment.completed"]],
    ["appointment", ["no_show", "booked"], ["appointment.no_show"]],
    ["appointment", ["canceled", "booked", "canceled"], ["appointment.canceled", "appointment.canceled"]],
    ["charge", ["overdue", "paid", "refunded"], ["charge.overdue", "charge.paid", "charge.refunded"]],
    ["charge", ["paid", "pending"], ["charge.paid"]],
    ["charge", ["canceled"], ["charge.canceled"]],
  ])("of a %s through %j is told once each, and what goes back is not", async (kind, steps, names) => {
    const { id } = await addRecord(accountId, { contactId, record: NEW[kind], ...by() });
    let from: RecordStatus = NEW[kind].status;
    for (const [index, status] of steps.entries()) {
      const wish = { recordId: id, kind, from, status, ...by(index + 1) };
      expect(await setStatus(accountId, wish)).toEqual({ isChanged: true });
      // A second press of the button.
      expect(await setStatus(accountId, wish)).toEqual({ isChanged: false });
      from = status;
    }
    expect((await namesOf(id)).slice(1)).toEqual(names);
  });

  it("says why a deal was lost, and forgets it when it is open again", async () => {
    const { id } = await makeDeal(accountId, contactId);
    const wish = { recordId: id, kind: "deal" as const };
    await setStatus(accountId, { ...wish, from: "open", status: "lost", reason: "Too expensive", ...by() });
    expect(await told(id)).toMatchObject([{ name: "deal.lost", data: { reason: "Too expensive" } }]);
    await setStatus(accountId, { ...wish, from: "lost", status: "open", ...by(1) });
    const [row] = await database.sql`select lost_reason, closed_at from deals where id = ${id}`;
    expect(row).toEqual({ lost_reason: null, closed_at: null });
  });

  it("refuses whoever saw another status, and a refund of what was not paid", async () => {
    const { id } = await makeCharge(accountId, contactId);
    const wish = { recordId: id, kind: "charge" as const, from: "pending" };
    await expect(setStatus(accountId, { ...wish, status: "refunded", ...by() })).rejects.toMatchObject({
      message: "charge_not_paid",
    });
    await expect(setStatus(accountId, { ...wish, status: "won", ...by() })).rejects.toMatchObject({
      code: "invalid",
    });
    const rivals = await Promise.allSettled([
      setStatus(accountId, { ...wish, status: "paid", ...by() }),
      setStatus(accountId, { ...wish, status: "canceled", ...by() }),
    ]);
    expect(rivals.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await namesOf(id)).toHaveLength(1);
  });
});

describe("a deal on the board", () => {
  it("tells the stage that it came from and went to, and counts as active", async () => {
    const [first, second] = await stages();
    const old = new Date("2026-10-01T00:00:00Z");
    const { id } = await makeDeal(accountId, contactId, {
      ...{ stageId: first, lastActivityAt: old, stalledAt: old, stageChangedAt: old },
    });
    await moveDeal(accountId, { dealId: id, stageId: second, ...by() });
    expect(await told(id)).toEqual([
      {
        name: "deal.stage_changed",
        data: expect.objectContaining({ stage: "Contacted", from_stage: "New", pipeline: "Sales" }),
      },
    ]);
    const [deal] = await database.sql`
      select stage_id, stage_changed_at, last_activity_at, stalled_at from deals where id = ${id}`;
    expect(deal).toEqual({
      stage_id: second,
      stage_changed_at: NOW,
      last_activity_at: NOW,
      stalled_at: null,
    });
  });

  it("tells nothing of a place within its column", async () => {
    const { id, stageId } = await makeDeal(accountId, contactId);
    await moveDeal(accountId, { dealId: id, stageId, position: 4.5, ...by() });
    expect(await told(id)).toEqual([]);
    expect(await database.sql`select position from deals where id = ${id}`).toMatchObject([
      { position: 4.5 },
    ]);
  });

  it("stands in one stage and tells every move, when several people move it at once", async () => {
    const all = await stages();
    const { id } = await makeDeal(accountId, contactId, { stageId: all[0] });
    await Promise.all(
      all.map((stageId, index) => moveDeal(accountId, { dealId: id, stageId, ...by(index) })),
    );
    const moves = (await told(id)).map(({ data }) => data);
    const [deal] = await database.sql`
      select s.name from deals d join stages s on s.id = d.stage_id where d.id = ${id}`;
    // Each begins where another ended: nothing was moved twice from one place.
    const left = moves.map((move) => move.from_stage);
    const reached = ["New", ...moves.map((move) => move.stage)];
    expect([...left, deal?.name].sort()).toEqual(reached.sort());
  });

  it("stays where it is when it is closed, or when the stage is not in use", async () => {
    const [first, second] = await stages();
    const closed = await makeDeal(accountId, contactId, { stageId: first, status: "won" });
    await expect(moveDeal(accountId, { dealId: closed.id, stageId: second, ...by() })).rejects.toMatchObject({
      message: "deal_closed",
    });
    await database.sql`update stages set archived_at = now() where id = ${second}`;
    const open = await makeDeal(accountId, contactId, { stageId: first });
    const move = { dealId: open.id, stageId: second, ...by() };
    await expect(moveDeal(accountId, move)).rejects.toMatchObject({ message: "stage_archived" });
    const foreign = await makeDeal(await makeAccount(), contactId);
    const abroad = { dealId: open.id, stageId: foreign.stageId, ...by() };
    await expect(moveDeal(accountId, abroad)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an appointment that moves", () => {
  it("keeps its length, is to be confirmed again, and moves the runs about it, which say so", async () => {
    const startsAt = new Date("2026-11-20T12:00:00Z");
    const { id } = await makeAppointment(accountId, contactId, {
      ...{ startsAt, endsAt: new Date("2026-11-20T13:00:00Z"), status: "confirmed" },
    });
    const sequence = await makeSequence(accountId, { target: "appointment" });
    const run = await makeEnrollment(accountId, sequence, contactId, { recordId: id });
    const to = new Date("2026-11-24T12:00:00Z");
    await reschedule(accountId, { appointmentId: id, startsAt: to, ...by() });
    expect(await reschedule(accountId, { appointmentId: id, startsAt: to, ...by(1) })).toEqual({
      isChanged: false,
    });
    expect(await told(id)).toMatchObject([
      { name: "appointment.rescheduled", data: { from: startsAt.toISOString(), to: to.toISOString() } },
    ]);
    const [row] = await database.sql`select status, ends_at, date_set_at from appointments where id = ${id}`;
    expect(row).toEqual({ status: "booked", ends_at: new Date("2026-11-24T13:00:00Z"), date_set_at: NOW });
    const ledger = await database.sql`select kind, because from ledger where enrollment_id = ${run.id}`;
    expect([...ledger]).toEqual([
      {
        kind: "rescheduled",
        because: {
          code: "record_date_moved",
          data: { kind: "appointment", from: startsAt.toISOString(), to: to.toISOString() },
        },
      },
    ]);
    const woken = await database.sql`
      select from outbox where name = 'enrollment/woken' and data->>'enrollmentId' = ${run.id}`;
    expect(woken).toHaveLength(1);
  });

  it("does not move any more once it took place", async () => {
    const { id } = await makeAppointment(accountId, contactId, { status: "completed" });
    await expect(
      reschedule(accountId, { appointmentId: id, startsAt: minutes(60), ...by() }),
    ).rejects.toMatchObject({ message: "appointment_over" });
  });
});

describe("a payment", () => {
  it("is dated, keeps its date when refunded, and loses it when taken back", async () => {
    const { id } = await makeCharge(accountId, contactId);
    const paidAt = async () => (await database.sql`select paid_at from charges where id = ${id}`)[0]?.paid_at;
    const step = (from: RecordStatus, status: RecordStatus, at: number) =>
      setStatus(accountId, { recordId: id, kind: "charge", from, status, ...by(at) });
    await step("pending", "paid", 1);
    expect(await paidAt()).toEqual(minutes(1));
    await step("paid", "refunded", 2);
    expect(await paidAt()).toEqual(minutes(1));
    await step("refunded", "pending", 3);
    expect(await paidAt()).toBeNull();
  });
});
