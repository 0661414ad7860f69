import { describe, expect, it } from "vitest";
import {
  makeAccount,
  makeCharge,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { listRecords } from "./data";
import { addRecord, changeRecord, removeRecord } from "./mutations";
import type { RecordInput } from "./schema";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");
const BY = { actorId: null, now: NOW };
const BEFORE = new Date("2026-11-10T15:00:00Z");

const aCharge = (over: Partial<Extract<RecordInput, { kind: "charge" }>> = {}): RecordInput => ({
  kind: "charge",
  title: "Invoice 12",
  assigneeId: null,
  amount: 12_345,
  currency: "BRL",
  dueOn: "2026-12-01",
  status: "pending",
  paymentUrl: "https://pay.example.com/12",
  ...over,
});

async function arrange() {
  const accountId = await makeAccount();
  await makeInbox(accountId);
  const contact = await makeContact(accountId, { phone: "+5511987654321" });
  return { accountId, contactId: contact.id };
}

/** Two live runs of one sequence, each about a charge of its own, with its payment as the goal. */
async function arrangeRuns() {
  const { accountId, contactId } = await arrange();
  const sequence = await makeSequence(accountId, { target: "charge", goal: { event: "charge.paid" } });
  const charges = [await makeCharge(accountId, contactId), await makeCharge(accountId, contactId)] as const;
  const runs = await Promise.all(
    charges.map((charge) =>
      makeEnrollment(accountId, sequence, contactId, { recordId: charge.id, enrolledAt: BEFORE }),
    ),
  );
  return { accountId, contactId, charges, runs };
}

const stateOf = async (id: string | undefined) => {
  const [row] = await database.sql`select status, end_reason from enrollments where id = ${id ?? ""}`;
  return row;
};

describe("a record of a contact", () => {
  it("is listed as it was entered, whatever its kind", async () => {
    const { accountId, contactId } = await arrange();
    const deal: RecordInput = {
      ...{ kind: "deal", title: "Solar roof", amount: null, currency: "BRL", status: "open" },
      ...{ expectedCloseOn: "2026-12-24", assigneeId: null, stageId: null, lostReason: "" },
    };
    const appointment: RecordInput = {
      ...{ kind: "appointment", title: "Check-up", location: "Room 2", status: "booked" },
      ...{ startsAt: "2026-11-20T09:30:00-03:00", endsAt: null, assigneeId: null },
    };
    for (const record of [aCharge(), deal, appointment])
      await addRecord(accountId, { contactId, record, ...BY });
    expect(await listRecords(accountId, contactId)).toMatchObject([
      { kind: "appointment", title: "Check-up", date: "2026-11-20T12:30:00Z", place: "Room 2", amount: null },
      { kind: "deal", title: "Solar roof", date: "2026-12-24", amount: null, currency: null },
      {
        kind: "charge",
        amount: 12_345,
        currency: "BRL",
        date: "2026-12-01",
        place: "https://pay.example.com/12",
      },
    ]);
  });

  it("is refused for a contact that does not exist", async () => {
    const { accountId } = await arrange();
    const stranger = { contactId: "0193aaaa-0000-7000-8000-000000000000", record: aCharge(), ...BY };
    await expect(addRecord(accountId, stranger)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a charge that is paid", () => {
  it("ends the run that is about it and no other run of the contact", async () => {
    const { accountId, charges, runs } = await arrangeRuns();
    await changeRecord(accountId, { recordId: charges[0].id, record: aCharge({ status: "paid" }), ...BY });
    expect(await stateOf(runs[0]?.id)).toEqual({ status: "ended", end_reason: "goal_reached" });
    expect(await stateOf(runs[1]?.id)).toMatchObject({ status: "active" });
  });

  it("is told once, however often it is saved as paid", async () => {
    const { accountId, contactId, charges } = await arrangeRuns();
    const paid = { recordId: charges[0].id, record: aCharge({ status: "paid" }), ...BY };
    await changeRecord(accountId, paid);
    await changeRecord(accountId, { ...paid, now: new Date(NOW.getTime() + 60_000) });
    const events =
      await database.sql`select name, record_id from contact_events where contact_id = ${contactId}`;
    expect([...events]).toEqual([{ name: "charge.paid", record_id: charges[0].id }]);
  });
});

describe("a change of a record", () => {
  it("wakes the runs about it, so that a moved date moves what is counted from it", async () => {
    const { accountId, charges, runs } = await arrangeRuns();
    await changeRecord(accountId, {
      recordId: charges[0].id,
      record: aCharge({ dueOn: "2026-12-20" }),
      ...BY,
    });
    const woken = await database.sql`
      select data->>'enrollmentId' as id from outbox
      where name = 'enrollment/woken' and data->>'accountId' = ${accountId}`;
    expect(woken.map((row) => row.id)).toEqual([runs[0]?.id]);
  });

  it("is refused to another account, and so is its removal", async () => {
    const { charges } = await arrangeRuns();
    const stranger = await makeAccount();
    const recordId = charges[0].id;
    await expect(changeRecord(stranger, { recordId, record: aCharge(), ...BY })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(removeRecord(stranger, { recordId, kind: "charge" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await database.sql`select title from charges where id = ${recordId}`).toMatchObject([
      { title: "Invoice 7" },
    ]);
  });
});
