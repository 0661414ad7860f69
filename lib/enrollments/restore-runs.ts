import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { exitOf } from "@/lib/core/exits";
import type { Facts } from "@/lib/core/facts";
import { record } from "@/lib/engine/ledger";
import { lockRuns } from "@/lib/engine/snapshot";
import type { RunActKind } from "./remember-act";
import { lockStanding, type Standing, writeStanding } from "./standing";

export type ActItem = { id: string; before: Standing; after: Standing };

/** Why a run stays as it is: `gone`, `sent` since, `changed` since, `taken` by another run, or what would end it. */
type LeftReason = "gone" | "sent" | "changed" | "taken" | "over";
export type Restored = { restored: string[]; left: Partial<Record<LeftReason, number>> };

type Wish = { kind: RunActKind; items: ActItem[]; actorId: string | null; now: Date };

/**
 * Puts runs back to how they stood before an act, in the caller's transaction: only those to which nothing has happened
 * since, and one that was over only where no other run has its place and nothing would end it at once.
 */
export async function restoreRuns(
  tx: SqlTx,
  accountId: AccountId,
  { kind, items, actorId, now }: Wish,
): Promise<Restored> {
  const ids = items.map(({ id }) => id);
  const standing = await lockStanding(tx, ids);
  const [sending, taken, over] = await Promise.all([
    loadSending(tx, ids),
    loadTaken(tx, ids),
    loadOver(
      tx,
      items.filter(({ after }) => after.status === "ended"),
    ),
  ]);
  const reasonOf = ({ id, after }: ActItem): LeftReason | null => {
    const is = standing.get(id);
    if (!is) return "gone";
    if (sending.has(id) || is.last_sent_at !== after.last_sent_at || is.step_id !== after.step_id)
      return "sent";
    if (is.epoch !== after.epoch || is.status !== after.status || is.step_epoch !== after.step_epoch)
      return "changed";
    if (after.status !== "ended") return null;
    return taken.has(id) ? "taken" : over.has(id) ? "over" : null;
  };
  const left: Restored["left"] = {};
  const back = items.filter((item) => {
    const reason = reasonOf(item);
    if (reason) left[reason] = (left[reason] ?? 0) + 1;
    return reason === null;
  });
  await writeStanding(
    tx,
    accountId,
    back.map(({ id, before }) => ({ id, columns: before })),
  );
  const because = { code: "undone", data: { act: kind } };
  await record(
    tx,
    accountId,
    back.map(({ id, before }) => ({
      ...{ at: now, kind: "undone" as const, enrollmentId: id, stepId: before.step_id, actorId, because },
    })),
  );
  return { restored: back.map(({ id }) => id), left };
}

/** The step is being sent at this moment. */
async function loadSending(tx: SqlTx, ids: string[]): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select m.enrollment_id as id from messages m
    join enrollments e on e.id = m.enrollment_id and e.step_id = m.step_id and e.step_epoch = m.step_epoch
    where m.enrollment_id = any(${ids}) and m.status = 'claimed' and e.status in ('active', 'paused')`;
  return new Set(rows.map((row) => row.id));
}

/** Another live run is about the same, or has the contact in the same group. */
async function loadTaken(tx: SqlTx, ids: string[]): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select e.id from enrollments e where e.id = any(${ids}) and e.status = 'ended' and exists (
      select from enrollments o
      where o.contact_id = e.contact_id and o.status in ('active', 'paused') and (
        o.exclusivity_group = e.exclusivity_group or o.sequence_id = e.sequence_id
          and coalesce(o.conversation_id, o.record_id) is not distinct from coalesce(e.conversation_id, e.record_id)))`;
  return new Set(rows.map((row) => row.id));
}

/** The contact has answered, paid, opted out or the like, so that the run would be over again at once. */
async function loadOver(tx: SqlTx, items: ActItem[]): Promise<Set<string>> {
  const beforeOf = new Map(items.map(({ id, before }) => [id, before]));
  const runs = await lockRuns(tx, [...beforeOf.keys()]);
  const over = runs.filter(({ row, facts }) => {
    const before = beforeOf.get(row.id);
    return before && exitOf(asBefore(facts, before)) !== null;
  });
  return new Set(over.map(({ row }) => row.id));
}

const asBefore = (facts: Facts, { status }: Standing): Facts => ({
  ...facts,
  enrollment: { ...facts.enrollment, status, endReason: null },
});
