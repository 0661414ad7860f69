import type { Because, Rival } from "./facts";
import { type ContactLimits, PRIORITIES, type Priority } from "./model";
import { contactSlot, tighter } from "./pace";
import { DAY_MS, MINUTE_MS } from "./zone";

/** Nobody yields for longer than that after the step fell due, and to nobody who is due later than that from now. */
const YIELD_MS = DAY_MS;
/** Whoever was due and has not sent for so long is no reason to wait. */
const STALE_MS = 15 * MINUTE_MS;
/** The other goes first, and then it is looked at what is left. */
const AFTER_MS = MINUTE_MS;

type Yielding = {
  sends: readonly Date[];
  rivals: readonly Rival[];
  priority: Priority;
  /** The account's, for every sequence. */
  limits: ContactLimits;
  due: Date;
  now: Date;
};

/**
 * Whether a send now would take the room from a run of a higher priority that is due before the room would come back.
 * Null when it would not. It yields to strictly higher priorities alone, so that no two wait for each other, and until
 * 24 hours after its step fell due, so that it is its turn then however many there are.
 */
export function yieldsTo(yielding: Yielding): { until: Date; because: Because } | null {
  const { sends, rivals, priority, limits, due, now } = yielding;
  const nowMs = now.getTime();
  const lastMs = due.getTime() + YIELD_MS;
  if (rivals.length === 0 || nowMs >= lastMs) return null;
  const before = rivals
    .filter((rival) => rankOf(rival.priority) < rankOf(priority))
    .filter(({ dueAt }) => dueAt.getTime() > nowMs - STALE_MS && dueAt.getTime() <= nowMs + YIELD_MS)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const without = [...sends];
  const withThis = [...sends, now];
  for (const rival of before) {
    const at = rival.dueAt > now ? rival.dueAt : now;
    const theirs = tighter(limits, rival.limits);
    if (contactSlot(without, theirs, at)) continue;
    if (contactSlot(withThis, theirs, at)) {
      const until = new Date(Math.min(at.getTime() + AFTER_MS, lastMs));
      return {
        until,
        because: { code: "yields_to_priority", data: { sequence: rival.sequence, dueAt: at.toISOString() } },
      };
    }
    without.push(at);
    withThis.push(at);
  }
  return null;
}

const rankOf = (priority: Priority): number => PRIORITIES.indexOf(priority);
