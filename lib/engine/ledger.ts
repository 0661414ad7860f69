import type { SqlTx } from "@/db/client";
import type { LedgerKind } from "@/lib/core/model";
import { storableJson } from "./storable";

export type LedgerEntry = {
  at: Date;
  kind: LedgerKind;
  enrollmentId?: string | null;
  contactId?: string | null;
  stepId?: string | null;
  messageId?: string | null;
  /** The person who did it; absent for the engine. */
  actorId?: string | null;
  /** The stored delivery that told it, where a provider did. */
  inboundEventId?: string | undefined;
  because: { code: string; data: Record<string, unknown> };
};

/** Appends to the ledger, in the transaction of what is recorded. A run names its contact, so its entries need not. */
export async function record(tx: SqlTx, accountId: string, entries: LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx`
    insert into ledger (account_id, at, kind, enrollment_id, contact_id, step_id, message_id, actor_id,
      inbound_event_id, because)
    select ${accountId}, e.at, e.kind, e."enrollmentId",
      case when e."enrollmentId" is null then e."contactId" end, e."stepId", e."messageId", e."actorId",
      e."inboundEventId", e.because
    from json_to_recordset(${storableJson(entries)}::text::json) as e(
      at timestamptz, kind ledger_kind, "enrollmentId" uuid, "contactId" uuid, "stepId" uuid, "messageId" uuid,
      "actorId" uuid, "inboundEventId" uuid, because json)`;
}
