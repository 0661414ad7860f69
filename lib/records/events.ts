import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RecordKind } from "@/lib/core/model";
import type { TriggerEvent } from "@/lib/core/model-rules";
import { majorUnits } from "@/lib/core/money";
import { contactEventHappened } from "@/lib/engine/goal";
import { rankOf } from "./ranks";
import type { StoredRecord } from "./stored";

type Told = { name: TriggerEvent; data: EventData };
type EventData = Record<string, string | number | boolean | null>;

/** What a change of a record is told with. */
export type By = {
  /** The person who did it; null for a rule, an integration or the clock. */
  actorId: string | null;
  now: Date;
};

const CREATED = {
  deal: "deal.created",
  appointment: "appointment.booked",
  charge: "charge.created",
} as const satisfies Record<RecordKind, TriggerEvent>;

/**
 * Tells the account's event log what became of a record, in the transaction of the change: the one place where the
 * events of deals, appointments and charges come from. Triggers, goals and conversions follow from it. What goes back
 * (an undone payment, a deal that is open again) tells nothing. `before` is null for a new one.
 */
export async function tellChange(
  tx: SqlTx,
  accountId: AccountId,
  { before, after, by }: { before: StoredRecord | null; after: StoredRecord; by: By },
): Promise<void> {
  const told = [
    ...(before ? [] : [{ name: CREATED[after.kind], data: {} }]),
    ...(await stageOf(tx, before, after)),
    ...rescheduled(before, after),
    ...outcome(before, after),
  ];
  for (const { name, data } of told)
    await contactEventHappened(tx, accountId, {
      ...{ contactId: after.contactId, recordId: after.id, name, now: by.now },
      // A change is seen once, under the record's lock: the moment tells it from the same change made again later.
      dedupeKey: `${after.id}:${name}:${by.now.toISOString()}`,
      data: { ...saidOf(after), ...data, ...(by.actorId && { actor: by.actorId }) },
    });
}

async function stageOf(tx: SqlTx, before: StoredRecord | null, after: StoredRecord): Promise<Told[]> {
  const [from, to] = [before?.values.stage_id, after.values.stage_id];
  if (!from || !to || from === to) return [];
  const names = await tx<{ id: string; name: string; pipeline: string }[]>`
    select s.id, s.name, p.name as pipeline from stages s join pipelines p on p.id = s.pipeline_id
    where s.id in ${tx([String(from), String(to)])}`;
  const old = names.find(({ id }) => id === from);
  const now = names.find(({ id }) => id === to);
  const data = {
    stage: now?.name ?? null,
    from_stage: old?.name ?? null,
    pipeline: now?.pipeline ?? null,
    stage_id: String(to),
  };
  return [{ name: "deal.stage_changed", data }];
}

/** Of one that is still to come: the corrected date of a visit that took place moves nothing. */
function rescheduled(before: StoredRecord | null, after: StoredRecord): Told[] {
  const [from, to] = [before?.values.starts_at, after.values.starts_at];
  if (!(from instanceof Date && to instanceof Date) || from.getTime() === to.getTime()) return [];
  if (after.status !== "booked" && after.status !== "confirmed") return [];
  return [{ name: "appointment.rescheduled", data: { from: from.toISOString(), to: to.toISOString() } }];
}

function outcome(before: StoredRecord | null, after: StoredRecord): Told[] {
  const rank = rankOf(after.kind, after.status);
  if (rank === 0 || before?.status === after.status) return [];
  if (before && rank < rankOf(before.kind, before.status)) return [];
  const data: EventData =
    after.status === "lost" ? { reason: String(after.values.lost_reason ?? "") || null } : {};
  return [{ name: `${after.kind}.${after.status}` as TriggerEvent, data }];
}

/** Amounts in major units, as conditions and texts have them. */
function saidOf({ values: { title, amount, currency, external_id } }: StoredRecord): EventData {
  const isPriced = typeof amount === "number" && typeof currency === "string";
  return {
    title: String(title ?? ""),
    ...(isPriced && { amount: majorUnits(amount, currency), currency }),
    ...(external_id && { external_id: String(external_id) }),
  };
}
