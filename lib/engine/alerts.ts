import type { SqlTx } from "@/db/client";
import { emit } from "@/db/outbox";
import { alertRaised } from "@/inngest/events";
import type { AlertKind } from "@/lib/core/model-inboxes";
import { storableJson } from "./storable";
import { withoutAddresses } from "./without-addresses";

type AlertData = Record<string, string | number | boolean | null>;

export type Alert = {
  kind: AlertKind;
  /** Names what it is about: one alert is open for each at a time. */
  dedupeKey: string;
  inboxId?: string | null;
  sequenceId?: string | null;
  stepId?: string | null;
  /** What its sentence names. Never a contact's words or address. */
  data: AlertData;
  now: Date;
};

/**
 * Tells whoever looks after the account of something that lasts until `resolveAlert`, in the transaction of the fact.
 * One that is open already is counted and says the newest; only a new one is announced by mail.
 */
export async function raiseAlert(
  tx: SqlTx,
  accountId: string,
  { kind, dedupeKey, inboxId = null, sequenceId = null, stepId = null, data, now }: Alert,
): Promise<{ isNew: boolean }> {
  const said = typeof data.detail === "string" ? { ...data, detail: withoutAddresses(data.detail) } : data;
  const [row] = await tx<{ id: string; count: number }[]>`
    insert into alerts (account_id, kind, dedupe_key, inbox_id, sequence_id, step_id, data, at)
    values (${accountId}, ${kind}, ${dedupeKey}, ${inboxId}, ${sequenceId}, ${stepId},
      ${storableJson(said)}::text::jsonb, ${now})
    on conflict (account_id, dedupe_key) where resolved_at is null
      do update set count = alerts.count + 1, data = excluded.data
    returning id, count`;
  const isNew = row?.count === 1;
  if (row && isNew) {
    await emit(tx, [{ eventId: `alert:${row.id}`, name: alertRaised.name, data: { accountId } }]);
  }
  return { isNew };
}

/** It is over. Answers whether it was open. */
export async function resolveAlert(
  tx: SqlTx,
  accountId: string,
  { dedupeKey, now }: { dedupeKey: string; now: Date },
): Promise<boolean> {
  const rows = await tx`
    update alerts set resolved_at = ${now}
    where account_id = ${accountId} and dedupe_key = ${dedupeKey} and resolved_at is null returning id`;
  return rows.length > 0;
}
