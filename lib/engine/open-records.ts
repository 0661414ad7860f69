import type { SqlTx } from "@/db/client";
import type { RecordKind } from "@/lib/core/model";

const TABLES = { deal: "deals", appointment: "appointments", charge: "charges" } as const;

/** SQL of these records, whatever became of them: `id`, `contact_id`. */
export const recordsOf = (tx: SqlTx, kind: RecordKind, ids: string[]) =>
  tx`select id, contact_id from ${tx(TABLES[kind])} where id = any(${ids})`;

/** SQL of the records of these contacts that a run may still be about: `id`, `contact_id`. */
export function openRecords(tx: SqlTx, kind: RecordKind, contactIds: string[], now: Date) {
  switch (kind) {
    case "deal":
      return tx`select id, contact_id from deals where contact_id = any(${contactIds}) and status = 'open'`;
    case "appointment":
      return tx`
        select id, contact_id from appointments
        where contact_id = any(${contactIds}) and status in ('booked', 'confirmed') and starts_at > ${now}`;
    case "charge":
      return tx`
        select id, contact_id from charges
        where contact_id = any(${contactIds}) and status in ('pending', 'overdue')`;
  }
}
