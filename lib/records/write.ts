import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { record } from "@/lib/engine/ledger";
import { wakeRunsOfRecord } from "@/lib/engine/wake";
import { type By, tellChange } from "./events";
import { type Columns, DATE_COLUMN, type StoredRecord, TABLES } from "./stored";

type Change = {
  values?: Columns;
  status?: string;
  /** When it came about, where that is not now: the source's own time of late news. */
  at?: Date;
};

/**
 * Changes a record that is locked: what follows from the change (when it was closed, paid, moved, last active) is kept
 * with it, the runs about it decide again, and its events are told. What is as it was changes nothing. Answers whether
 * anything did.
 */
export async function changeStored(
  tx: SqlTx,
  accountId: AccountId,
  before: StoredRecord,
  { values = {}, status = before.status, at, by }: Change & { by: By },
): Promise<boolean> {
  const changed = differing(before.values, values);
  if (Object.keys(changed).length === 0 && status === before.status) return false;
  const since = at ?? by.now;
  const after: StoredRecord = { ...before, status, values: { ...before.values, ...changed } };
  // Its place within a column is nobody's news.
  const isNews = status !== before.status || Object.keys(changed).some((column) => column !== "position");
  const derived = derivedOf(before, after, { since, now: by.now });
  await tx`
    update ${tx(TABLES[before.kind])} set ${tx({
      ...changed,
      ...derived,
      ...(isNews && { known_at: since > before.knownAt ? since : before.knownAt, updated_at: by.now }),
    })} where id = ${before.id}`;
  if (!isNews) return true;
  await wake(tx, accountId, { before, after, by });
  await tellChange(tx, accountId, { before, after, by });
  return true;
}

function differing(before: Columns, wanted: Columns): Columns {
  const plain = (value: Columns[string] | undefined) => (value instanceof Date ? value.getTime() : value);
  return Object.fromEntries(
    Object.entries(wanted).filter(([column, value]) => plain(before[column]) !== plain(value)),
  );
}

function derivedOf(before: StoredRecord, after: StoredRecord, { since, now }: { since: Date; now: Date }) {
  const isMoved = (column: string) =>
    differing(before.values, { [column]: after.values[column] ?? null })[column] !== undefined;
  const isOther = before.status !== after.status;
  const status = isOther ? { status: after.status, status_at: since } : {};
  switch (after.kind) {
    case "deal": {
      const isActive = isOther || Object.keys(differing(before.values, after.values)).some(isNoPlace);
      return {
        ...status,
        ...(isMoved("stage_id") && { stage_changed_at: now }),
        ...(isOther && { closed_at: after.status === "open" ? null : since }),
        ...(isOther && after.status !== "lost" && { lost_reason: null }),
        ...(isActive && { last_activity_at: now, stalled_at: null }),
      };
    }
    case "appointment":
      return { ...status, ...(isMoved("starts_at") && { date_set_at: now }) };
    case "charge":
      return {
        ...status,
        ...(isMoved("due_on") && { date_set_at: now }),
        ...(isOther && paidAt(after.status, since)),
      };
  }
}

const isNoPlace = (column: string) => column !== "position";

/** A refund keeps when it had been paid. */
function paidAt(status: string, since: Date): { paid_at?: Date | null } {
  if (status === "refunded") return {};
  return { paid_at: status === "paid" ? since : null };
}

/** Runs about it decide again; where its date moved, their timelines say so. */
async function wake(
  tx: SqlTx,
  accountId: AccountId,
  { before, after, by }: { before: StoredRecord; after: StoredRecord; by: By },
): Promise<void> {
  const woken = await wakeRunsOfRecord(tx, { accountId, recordId: after.id });
  const column = DATE_COLUMN[after.kind];
  const moved = differing(before.values, { [column]: after.values[column] ?? null });
  if (Object.keys(moved).length === 0) return;
  const said = (value: Columns[string] | undefined) =>
    value instanceof Date ? value.toISOString() : (value ?? null);
  const because = {
    code: "record_date_moved",
    data: { kind: after.kind, from: said(before.values[column]), to: said(after.values[column]) },
  };
  await record(
    tx,
    accountId,
    woken.map((enrollmentId) => ({
      at: by.now,
      kind: "rescheduled" as const,
      enrollmentId,
      because,
    })),
  );
}
