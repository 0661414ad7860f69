import type { SqlTx } from "@/db/client";
import type { RecordKind, Target } from "@/lib/core/model";

/** What a run is about besides its contact: a thread or a record, by the target of its version. */
export type AboutKind = RecordKind | "conversation";

const TABLES = {
  conversation: "conversations",
  deal: "deals",
  appointment: "appointments",
  charge: "charges",
} as const;

/** Null for a target that is about the contact alone. */
export const aboutKindOf = (target: Target): AboutKind | null => (target === "contact" ? null : target);

/** SQL of these threads or records, whatever became of them: `id`, `contact_id`. */
export const aboutThese = (tx: SqlTx, kind: AboutKind, ids: string[]) =>
  tx`select id, contact_id from ${tx(TABLES[kind])} where id = any(${ids})`;

/**
 * SQL of what a run of these contacts may still be about: `id`, `contact_id`. Every open record; of the threads the one
 * that was spoken in last, an unresolved one before any other.
 */
export function aboutOpen(tx: SqlTx, kind: AboutKind, contactIds: string[], now: Date) {
  switch (kind) {
    case "conversation":
      return tx`
        select distinct on (contact_id) id, contact_id from conversations where contact_id = any(${contactIds})
        order by contact_id, resolved_at is not null, last_message_at desc nulls last, id`;
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
