import type { Because } from "./facts";
import type { Heap } from "./heap";
import { PACE_SPANS, type PaceSpan } from "./model-inboxes";
import { spanAt } from "./pace";

type Line = {
  span: PaceSpan;
  /** How many may go in one span. */
  limit: number;
  waiting: { run: number; offsetMs: number }[];
  /** The first that has not been let go yet. */
  next: number;
  isOpening: boolean;
};

/**
 * Runs that wait for room in an inbox. Asking each of ten thousand again in every minute that has room for twenty would
 * take a thousand times as long as needed: they stand in line, and as many are asked as there is room for.
 */
export function createLines(zone: string, heap: Heap) {
  const lines: Line[] = [];
  const byKey = new Map<string, number>();

  function open(number: number, atMs: number): void {
    const line = lines[number];
    if (!line) return;
    letGo(line, line.limit, atMs);
    line.isOpening = line.next < line.waiting.length;
    if (line.isOpening) heap.push(spanAt(line.span, new Date(atMs), zone).to.getTime(), orderOf(number));
  }

  function letGo(line: Line, count: number, atMs: number): void {
    for (const { run, offsetMs } of line.waiting.slice(line.next, line.next + count)) {
      heap.push(atMs + offsetMs, run);
    }
    line.next = Math.min(line.next + count, line.waiting.length);
    if (line.next > 10_000) line.waiting.splice(0, line.next);
    if (line.next > line.waiting.length) line.next = 0;
  }

  return {
    /** Puts a run at the end of the line of its limit. */
    join({ data }: Because, until: Date, run: number): number {
      const span = PACE_SPANS.find((one) => one === data.span) ?? "day";
      const key = `${data.inboxId} ${span}`;
      const number = byKey.get(key) ?? lines.length;
      byKey.set(key, number);
      const line: Line = lines[number] ?? {
        ...{ span, limit: Number(data.limit), waiting: [], next: 0, isOpening: false },
      };
      lines[number] = line;
      const { from } = spanAt(span, until, zone);
      line.waiting.push({ run, offsetMs: until.getTime() - from.getTime() });
      if (!line.isOpening) heap.push(from.getTime(), orderOf(number));
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

/** Openings come before the runs of the same moment. */
const orderOf = (number: number): number => -1 - number;
/** The line that an item of the heap opens; null when it is a run. */
export const openingOf = (order: number): number | null => (order < 0 ? -1 - order : null);
