import type { SqlTx } from "@/db/client";
import type { RecordKind } from "@/lib/core/model";
import { lockLiveRuns } from "@/lib/engine/apply-exits";
import { AppError } from "@/lib/errors";

/** A record as stored and locked. `values` are its own columns by their names, amounts in minor units. */
export type StoredRecord = {
  kind: RecordKind;
  id: string;
  contactId: string;
  status: string;
  statusAt: Date;
  knownAt: Date;
  values: Columns;
};

export type Columns = Record<string, string | number | Date | null>;

export const TABLES = { deal: "deals", appointment: "appointments", charge: "charges" } as const;

const OWN = {
  deal: ["amount", "currency", "expected_close_on", "stage_id", "position", "lost_reason"],
  appointment: ["starts_at", "ends_at", "location"],
  charge: ["amount", "currency", "due_on", "payment_url"],
} as const;

/** The column whose date waits are counted from. */
export const DATE_COLUMN = { deal: "expected_close_on", appointment: "starts_at", charge: "due_on" } as const;

/**
 * Locks the live runs of the record's contact, then the record, in the order that everybody keeps. Throws `not_found`,
 * and `conflict` where it went to another contact in between.
 */
export async function lockRecord(tx: SqlTx, kind: RecordKind, id: string): Promise<StoredRecord> {
  const [seen] = await tx<{ contact_id: string }[]>`
    select contact_id from ${tx(TABLES[kind])} where id = ${id}`;
  if (!seen) throw new AppError("not_found");
  await lockLiveRuns(tx, seen.contact_id);
  const stored = await readLocked(tx, kind, id);
  if (!stored) throw new AppError("not_found");
  if (stored.contactId !== seen.contact_id) throw new AppError("conflict");
  return stored;
}

type Row = { id: string; contact_id: string; status: string; status_at: Date; known_at: Date } & Columns;

/** For whoever holds the runs already. */
export async function readLocked(tx: SqlTx, kind: RecordKind, id: string): Promise<StoredRecord | null> {
  const [row] = await tx<Row[]>`
    select *, status::text ${inPlainTypes(tx, kind)} from ${tx(TABLES[kind])} where id = ${id} for update`;
  if (!row) return null;
  const columns = ["title", "assignee_id", "external_id", ...OWN[kind]];
  return {
    ...{ kind, id: row.id, contactId: row.contact_id },
    ...{ status: row.status, statusAt: row.status_at, knownAt: row.known_at },
    values: Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
  };
}

/** Large integers and days as the product has them; the last column of a name counts. */
function inPlainTypes(tx: SqlTx, kind: RecordKind) {
  switch (kind) {
    case "deal":
      return tx`, amount::float8 as amount, expected_close_on::text as expected_close_on`;
    case "appointment":
      return tx``;
    case "charge":
      return tx`, amount::float8 as amount, due_on::text as due_on`;
  }
}
