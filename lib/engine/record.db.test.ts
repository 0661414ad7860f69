import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeCharge, makeContact, makeInbox, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { SequenceSnapshot, Wait } from "@/lib/core/model";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { clockAt, DAY, later, NOW } from "./fixtures/arrange";
import { recordContactEvent } from "./goal";
import { wakeRunsOfRecord } from "./wake";

const database = useTestDatabase();
const dayBefore: Wait = {
  amount: 1,
  unit: "days",
  at: "10:00",
  relative: { side: "before", ifPassed: "exit" },
};

/** One contact with two charges, and a run about each. */
async function arrange(over: Partial<SequenceSnapshot> = {}) {
  const accountId = await makeAccount();
  await makeInbox(accountId);
  const contact = await makeContact(accountId);
  const charges = [
    await makeCharge(accountId, contact.id, { title: "Roof", amount: 12_050, dueOn: "2026-03-20" }),
    await makeCharge(accountId, contact.id, {
      title: "Door",
      dueOn: "2026-03-25",
      paymentUrl: "https://pay.example/7",
    }),
  ];
  const { sequenceId } = await makeSequence(accountId, { target: "charge", ...over });
  const wish = { sequenceId, contactIds: [contact.id], actorId: null, now: NOW };
  const { enrolled } = await enroll(accountId, wish);
  const runs = charges.map(({ id }) => {
    const enrollmentId = enrolled.find((one) => one.aboutId === id)?.enrollmentId ?? "";
    return {
      recordId: id,
      enrollmentId,
      advance: (at: Date) => advance({ accountId, enrollmentId, driver: 1 }, clockAt(at)),
    };
  });
  const [roof, door] = runs;
  if (!roof || !door) throw new Error("Both charges have a run.");
  return { accountId, contact, roof, door };
}
const runOf = async (id: string) =>
  (await database.sql`select status, end_reason, epoch from enrollments where id = ${id}`)[0];
const textsOf = (id: string) => database.sql`
  select content->>'text' as text, status from messages where enrollment_id = ${id} order by created_at`;

describe("a run about a record", () => {
  it("speaks of its own record, with amounts in whole units", async () => {
    const text = "{{ charge.title }}: {{ charge.amount | money: charge.currency }} by {{ charge.due_date }}";
    const { roof, door } = await arrange({ steps: [makeStep({ content: { type: "text", text } })] });
    await roof.advance(NOW);
    await door.advance(NOW);
    expect(await textsOf(roof.enrollmentId)).toMatchObject([{ text: "Roof: R$120.50 by 03/20/2026" }]);
    expect(await textsOf(door.enrollmentId)).toMatchObject([{ text: "Door: R$120.00 by 03/25/2026" }]);
  });

  it("follows the date when it moves, and only the runs of that record decide again", async () => {
    const { accountId, roof, door } = await arrange({ steps: [makeStep({ wait: dayBefore })] });
    const [first, other] = [await roof.advance(NOW), await door.advance(NOW)];
    expect(first).toEqual({ kind: "wait", until: "2026-03-19T13:00:00.000Z" });
    expect(other).toEqual({ kind: "wait", until: "2026-03-24T13:00:00.000Z" });
    const woken = await withAccountSql(accountId, async (tx) => {
      await tx`update charges set due_on = '2026-03-15' where id = ${roof.recordId}`;
      return wakeRunsOfRecord(tx, { accountId, recordId: roof.recordId });
    });
    expect(woken).toEqual([roof.enrollmentId]);
    const events = await database.sql`
      select data->>'enrollmentId' as id from outbox where name = 'enrollment/woken' and data->>'accountId' = ${accountId}`;
    expect(events).toEqual([{ id: roof.enrollmentId }]);
    expect(await roof.advance(later(DAY))).toEqual({ kind: "wait", until: "2026-03-14T13:00:00.000Z" });
    expect(await roof.advance(new Date("2026-03-14T13:00:00Z"))).toEqual({
      kind: "end",
      reason: "completed",
    });
    expect(await textsOf(door.enrollmentId)).toEqual([]);
  });

  it("wakes nobody in another account, and nobody whose run is over", async () => {
    const { accountId, roof } = await arrange();
    const { recordId } = roof;
    const stranger = await makeAccount();
    const wake = (account: typeof accountId) =>
      withAccountSql(account, (tx) => wakeRunsOfRecord(tx, { accountId: account, recordId }));
    expect(await wake(stranger)).toEqual([]);
    await database.sql`update enrollments set status = 'ended' where id = ${roof.enrollmentId}`;
    expect(await wake(accountId)).toEqual([]);
  });

  it("says so when its record is gone, and goes on without it", async () => {
    const { roof } = await arrange({ steps: [makeStep({ wait: dayBefore }), makeStep()] });
    await database.sql`delete from charges where id = ${roof.recordId}`;
    expect(await roof.advance(NOW)).toEqual({ kind: "end", reason: "completed" });
    const [failed, sent] = await database.sql`
      select status, error_code from messages where enrollment_id = ${roof.enrollmentId} order by created_at, status`;
    expect([failed, sent]).toEqual(
      expect.arrayContaining([
        { status: "failed", error_code: "date_missing" },
        { status: "sent", error_code: null },
      ]),
    );
  });
});

describe("a goal that a record reaches", () => {
  const happen = ({ accountId, contact }: Awaited<ReturnType<typeof arrange>>, recordId?: string) =>
    recordContactEvent(accountId, {
      ...{ contactId: contact.id, name: "charge.paid", dedupeKey: "paid-1", data: {}, now: later(1_000) },
      ...(recordId && { recordId }),
    });
  const goal = { goal: { event: "charge.paid" } };
  const reached = { status: "ended", end_reason: "goal_reached" };

  it("ends the run about that record and no other", async () => {
    const started = await arrange(goal);
    const { ended } = await happen(started, started.roof.recordId);
    expect(ended).toEqual([started.roof.enrollmentId]);
    expect(await runOf(started.roof.enrollmentId)).toMatchObject(reached);
    expect(await runOf(started.door.enrollmentId)).toMatchObject({ status: "active" });
    expect(await started.roof.advance(later(DAY))).toEqual({ kind: "end", reason: "goal_reached" });
    expect(await textsOf(started.roof.enrollmentId)).toEqual([]);
  });

  it("ends every run of the contact when the event names no record, and runs that are about none", async () => {
    const started = await arrange(goal);
    await happen(started);
    expect(await runOf(started.roof.enrollmentId)).toMatchObject(reached);
    expect(await runOf(started.door.enrollmentId)).toMatchObject(reached);

    const other = await arrange(goal);
    const about = await makeSequence(other.accountId, goal);
    const wish = { sequenceId: about.sequenceId, contactIds: [other.contact.id], actorId: null, now: NOW };
    const [plain] = (await enroll(other.accountId, wish)).enrolled;
    await happen(other, other.door.recordId);
    expect(await runOf(plain?.enrollmentId ?? "")).toMatchObject(reached);
    expect(await runOf(other.roof.enrollmentId)).toMatchObject({ status: "active" });
  });
});
