import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RecordKind } from "@/lib/core/model";
import { lockLiveRuns } from "@/lib/engine/apply-exits";
import { contactEventHappened } from "@/lib/engine/goal";
import { announce } from "@/lib/engine/trigger";
import { wakeRunsOfRecord } from "@/lib/engine/wake";
import { AppError } from "@/lib/errors";
import { firstStage } from "./pipelines";
import type { RecordInput } from "./schema";

const CREATED = {
  deal: "deal.created",
  appointment: "appointment.booked",
  charge: "charge.created",
} as const;
const TABLES = { deal: "deals", appointment: "appointments", charge: "charges" } as const;

/** A new record of a contact. Throws `not_found` for an unknown contact. */
export const addRecord = (
  accountId: AccountId,
  { contactId, record, now }: { contactId: string; record: RecordInput; now: Date },
): Promise<{ id: string }> =>
  withAccountSql(accountId, async (tx) => {
    const [contact] = await tx`select id from contacts where id = ${contactId} and deleted_at is null`;
    if (!contact) throw new AppError("not_found");
    const values = { account_id: accountId, contact_id: contactId, created_at: now, updated_at: now };
    const place = record.kind === "deal" ? { stage_id: await firstStage(tx, accountId) } : {};
    const [row] = await tx<{ id: string }[]>`
      insert into ${tx(TABLES[record.kind])} ${tx({ ...values, ...place, ...columnsOf(record) })} returning id`;
    if (!row) throw new AppError("unavailable");
    await announce(tx, accountId, {
      event: CREATED[record.kind],
      key: row.id,
      subjects: [{ contactId, recordId: row.id }],
    });
    await tellOutcome(tx, accountId, { contactId, recordId: row.id, record, now });
    return row;
  });

/**
 * Changes a record. Runs about it decide again, so a moved date moves what is counted from it; an outcome, such as
 * `charge.paid`, is an event of the contact and may be a run's goal. Throws `not_found`.
 */
export const changeRecord = (
  accountId: AccountId,
  { recordId, record, now }: { recordId: string; record: RecordInput; now: Date },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const table = tx(TABLES[record.kind]);
    const [before] = await tx<{ contact_id: string; status: string }[]>`
      select contact_id, status::text from ${table} where id = ${recordId}`;
    if (!before) throw new AppError("not_found");
    const contactId = before.contact_id;
    // Before anything that a turn of the engine may want after them.
    await lockLiveRuns(tx, contactId);
    await tx`update ${table} set ${tx({ ...columnsOf(record), updated_at: now })} where id = ${recordId}`;
    await wakeRunsOfRecord(tx, { accountId, recordId });
    if (before.status !== record.status)
      await tellOutcome(tx, accountId, { contactId, recordId, record, now });
  });

/** Runs about it find that it is gone and say so in their timeline. Throws `not_found`. */
export const removeRecord = (
  accountId: AccountId,
  { recordId, kind }: { recordId: string; kind: RecordKind },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    await wakeRunsOfRecord(tx, { accountId, recordId });
    const removed = await tx`delete from ${tx(TABLES[kind])} where id = ${recordId}`;
    if (removed.count === 0) throw new AppError("not_found");
  });

function columnsOf(record: RecordInput): Row {
  switch (record.kind) {
    case "deal":
      return {
        title: record.title,
        amount: record.amount,
        currency: record.amount === null ? null : record.currency,
        status: record.status,
        expected_close_on: record.expectedCloseOn,
      };
    case "appointment":
      return {
        title: record.title,
        starts_at: new Date(record.startsAt),
        location: record.location,
        status: record.status,
      };
    case "charge":
      return {
        title: record.title,
        amount: record.amount,
        currency: record.currency,
        due_on: record.dueOn,
        status: record.status,
        payment_url: record.paymentUrl || null,
      };
  }
}

type Row = Record<string, string | number | Date | null>;

/** States that a record begins in; every other one is something that happened to it. */
const BEGINNINGS: ReadonlySet<RecordInput["status"]> = new Set(["open", "booked", "pending"]);

async function tellOutcome(
  tx: SqlTx,
  accountId: AccountId,
  {
    contactId,
    recordId,
    record,
    now,
  }: { contactId: string; recordId: string; record: RecordInput; now: Date },
): Promise<void> {
  if (BEGINNINGS.has(record.status)) return;
  const name = `${record.kind}.${record.status}`;
  const dedupeKey = `${recordId}:${record.status}:${now.toISOString()}`;
  await contactEventHappened(tx, accountId, { contactId, recordId, name, dedupeKey, data: {}, now });
}
