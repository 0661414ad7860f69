import type { SqlTx } from "@/db/client";
import type { Trigger } from "@/lib/core/model-rules";
import { CLOCK_TABLES, isClockTrigger, isStill } from "@/lib/engine/clock-still";
import { loadAccount } from "@/lib/engine/snapshot";
import type { Subject } from "@/lib/engine/trigger";

/**
 * Between the look at the clock and this one the contact may have written, or the charge been paid: whom that is so of
 * is left out. Whatever else happened has happened.
 */
export async function stillSo(
  tx: SqlTx,
  { trigger, subjects, now }: { trigger: Trigger; subjects: Subject[]; now: Date },
): Promise<Subject[]> {
  if (!isClockTrigger(trigger) || subjects.length === 0) return subjects;
  const { settings } = await loadAccount(tx);
  const idOf = ({ conversationId, recordId }: Subject) => conversationId ?? recordId ?? "";
  const rows = await tx<{ id: string }[]>`
    select r.id from ${tx(CLOCK_TABLES[trigger.event])} r
    where r.id = any(${subjects.map(idOf).filter(Boolean)}) and ${isStill(tx, trigger, { now, settings })}`;
  const still = new Set(rows.map(({ id }) => id));
  return subjects.filter((subject) => still.has(idOf(subject)));
}
