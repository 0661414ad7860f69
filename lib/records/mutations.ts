import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RecordKind } from "@/lib/core/model";
import { wakeRunsOfRecord } from "@/lib/engine/wake";
import { AppError } from "@/lib/errors";
import { columnsOf } from "./columns";
import { insertRecord } from "./insert";
import { passStage } from "./pipelines";
import { RECORD_STATUSES, type RecordInput, type RecordStatus } from "./schema";
import { type Columns, lockRecord, TABLES } from "./stored";
import { changeStored } from "./write";

type Act = { actorId: string | null; now: Date };

/** A new record of a contact. Throws `not_found` for an unknown contact, stage or owner. */
export const addRecord = (
  accountId: AccountId,
  { contactId, record, ...by }: { contactId: string; record: RecordInput } & Act,
): Promise<{ id: string }> =>
  withAccountSql(accountId, async (tx) => {
    const [contact] = await tx`select id from contacts where id = ${contactId} and deleted_at is null`;
    if (!contact) throw new AppError("not_found");
    await passLinks(tx, record, {});
    const { kind, status } = record;
    const id = await insertRecord(tx, accountId, { kind, contactId, status, values: columnsOf(record), by });
    if (!id) throw new AppError("conflict");
    return { id };
  });

/**
 * Changes a record as a form has it. Runs about it decide again, so a moved date moves what is counted from it; an
 * outcome, such as `charge.paid`, is an event of the contact and may be a run's goal. Throws `not_found`.
 */
export const changeRecord = (
  accountId: AccountId,
  { recordId, record, ...by }: { recordId: string; record: RecordInput } & Act,
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const stored = await lockRecord(tx, record.kind, recordId);
    await passLinks(tx, record, stored.values);
    await changeStored(tx, accountId, stored, { values: columnsOf(record), status: record.status, by });
  });

/**
 * One step of a record's life: won, confirmed, paid, and back again. `from` is the status that was seen; where it is
 * another by now, the act is refused with `conflict`, unless it is what was wanted anyway.
 */
export const setStatus = (
  accountId: AccountId,
  wish: { recordId: string; kind: RecordKind; from: string; status: RecordStatus; reason?: string } & Act,
): Promise<{ isChanged: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const { recordId, kind, from, status, reason, ...by } = wish;
    const stored = await lockRecord(tx, kind, recordId);
    if (stored.status === status) return { isChanged: false };
    if (stored.status !== from) throw new AppError("conflict", "record_changed");
    if (!isStatusOf(kind, status)) throw new AppError("invalid");
    if (status === "refunded" && stored.status !== "paid") throw new AppError("conflict", "charge_not_paid");
    const values: Columns = status === "lost" ? { lost_reason: reason || null } : {};
    return { isChanged: await changeStored(tx, accountId, stored, { values, status, by }) };
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

const isStatusOf = (kind: RecordKind, status: string) =>
  RECORD_STATUSES[kind].some((known: string) => known === status);

/** What is named already may stay, a person who left and an archived stage too; nothing else goes there. */
async function passLinks(tx: SqlTx, record: RecordInput, known: Columns): Promise<void> {
  const { assigneeId } = record;
  if (assigneeId && assigneeId !== known.assignee_id) {
    const [member] = await tx`select from members where user_id = ${assigneeId}`;
    if (!member) throw new AppError("not_found");
  }
  if (record.kind === "deal" && record.stageId && record.stageId !== known.stage_id)
    await passStage(tx, record.stageId);
}
