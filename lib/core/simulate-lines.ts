import type { Because, InboxFacts } from "./facts";
import type { Heap } from "./heap";
import type { PaceSpan } from "./model-inboxes";
import { mostIn, spanAt } from "./pace";
import { DIRECT_MS, distanceMs } from "./pace-place";
import { RECIPIENTS_KEPT_MS } from "./pace-recipients";
import type { Shared } from "./shared-sends";
import { MINUTE_MS } from "./zone";

type Kind = PaceSpan | "rate" | "recipients";

type Line = {
  kind: Kind;
  inbox: Pick<InboxFacts, "id" | "limits">;
  waiting: number[];
  /** The first that has not been let go yet. */
  next: number;
  isOpening: boolean;
};

/**
 * Runs that wait for room in an inbox. Asking each of ten thousand again in every minute that has room for twenty would
 * take a thousand times as long as needed: they stand in line, and as many are asked as there is room for.
 */
export function createLines(zone: string, heap: Heap, shared: Pick<Shared, "nextAtMs">) {
  const lines: Line[] = [];
  const byKey = new Map<string, number>();

  function open(number: number, atMs: number): void {
    const line = lines[number];
    if (!line) return;
    const { count, againMs } = opening(line, atMs);
    letGo(line, count, atMs);
    line.isOpening = line.next < line.waiting.length;
    if (line.isOpening) heap.push(againMs, orderOf(number));
  }

  /** How many there is room for, and when to look again. */
  function opening({ kind, inbox }: Line, atMs: number): { count: number; againMs: number } {
    const at = new Date(atMs);
    if (kind === "recipients") {
      return { count: inbox.limits.recipientsPerDay ?? 1, againMs: atMs + RECIPIENTS_KEPT_MS + MINUTE_MS };
    }
    if (kind !== "rate") {
      const count = mostIn(kind, inbox.limits, at, zone)?.limit ?? 1;
      return { count, againMs: spanAt(kind, at, zone).to.getTime() };
    }
    const freeMs = Math.max(atMs, Math.ceil(shared.nextAtMs(inbox.id)));
    const roomMs = atMs + DIRECT_MS - freeMs;
    if (roomMs < 0) return { count: 0, againMs: freeMs };
    return { count: 1 + Math.floor(roomMs / distanceMs(inbox, at)), againMs: atMs + 1 };
  }

  function letGo(line: Line, count: number, atMs: number): void {
    for (const run of line.waiting.slice(line.next, line.next + count)) heap.push(atMs, run);
    line.next = Math.min(line.next + count, line.waiting.length);
    if (line.next > 10_000) {
      line.waiting.splice(0, line.next);
      line.next = 0;
    }
  }

  return {
    /** Puts a run at the end of the line of its limit. */
    join(inbox: Pick<InboxFacts, "id" | "limits">, { data }: Because, until: Date, run: number): number {
      const kind = KINDS[String(data.span)] ?? "day";
      const key = `${inbox.id} ${kind}`;
      const number = byKey.get(key) ?? lines.length;
      byKey.set(key, number);
      const line: Line = lines[number] ?? { kind, inbox, waiting: [], next: 0, isOpening: false };
      lines[number] = line;
      line.waiting.push(run);
      if (!line.isOpening) heap.push(until.getTime(), orderOf(number));
      line.isOpening = true;
      return number;
    },
    open,
    /** The room that a run did not use goes to the next in its line. */
    passOn(number: number, atMs: number): void {
      const line = lines[number];
      if (line) letGo(line, 1, atMs);
    },
  };
}

const KINDS: Record<string, Kind> = {
  second: "rate",
  gap: "rate",
  minute: "minute",
  hour: "hour",
  day: "day",
  warm_up: "day",
  recipients: "recipients",
};

/** Openings come before the runs of the same moment. */
const orderOf = (number: number): number => -1 - number;
/** The line that an item of the heap opens; null when it is a run. */
export const openingOf = (order: number): number | null => (order < 0 ? -1 - order : null);
