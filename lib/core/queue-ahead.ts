import { divided } from "./divided";

/** What a step asks of the days ahead. */
export type AheadStep = {
  /** By which inboxes its sends go, in which proportion; none: nobody can deliver it. */
  inboxes: readonly { id: string; weight: number }[];
  /** Whole days after the step before; null where it hangs on something that is not known ahead. */
  waitDays: number | null;
};

/** So many runs come to a step on a day, counted from today as 0. */
export type Arrival = { steps: readonly AheadStep[]; step: number; day: number; count: number };

/** `capacities`: what the inbox may still send on each of the days, by all its limits; Infinity where nothing limits it. */
type AheadInbox = { id: string; capacities: readonly number[] };

type QueueAhead = {
  /** Of each day: what came to a step, and how many each inbox sends. */
  days: { arrived: number; sent: Map<string, number> }[];
  /** What has found no room by the end of the last day. */
  left: Map<string, number>;
  /** What no inbox can deliver. */
  nowhere: number;
};

type Waiting = Pick<Arrival, "steps" | "step"> & { count: number };

/**
 * What goes out on each day if nobody answers and everything arrives: who comes first is sent first, what an inbox has no
 * room for waits for its next day, and whoever was sent comes to the next step after its wait. Nothing is lost, and no
 * inbox sends more than it may. Pure; an estimate, because it knows days and not minutes.
 */
export function queueAhead(
  arrivals: readonly Arrival[],
  { inboxes, days: length }: { inboxes: readonly AheadInbox[]; days: number },
): QueueAhead {
  const coming: Arrival[][] = Array.from({ length }, () => []);
  for (const arrival of arrivals) coming[Math.max(0, arrival.day)]?.push(arrival);
  const lines = new Map<string, Waiting[]>(inboxes.map(({ id }) => [id, []]));
  let nowhere = 0;

  const join = ({ steps, step, count }: Arrival) => {
    const open = (steps[step]?.inboxes ?? []).filter(({ id }) => lines.has(id));
    if (open.length === 0) nowhere += count;
    for (const [n, part] of divided(
      count,
      open.map(({ weight }) => weight),
    ).entries()) {
      if (part > 0) lines.get(open[n]?.id ?? "")?.push({ steps, step, count: part });
    }
  };

  const days = coming.map((today, day) => {
    const sent = new Map<string, number>();
    let arrived = 0;
    // Who is sent may come to another step on the same day.
    for (let next = today; ; ) {
      for (const arrival of next) join(arrival);
      arrived += next.reduce((sum, { count }) => sum + count, 0);
      next = [];
      for (const { id, capacities } of inboxes) {
        const room = (capacities[day] ?? 0) - (sent.get(id) ?? 0);
        const gone = takeFirst(lines.get(id) ?? [], room);
        for (const { steps, step, count } of gone) {
          sent.set(id, (sent.get(id) ?? 0) + count);
          const waitDays = steps[step + 1]?.waitDays ?? null;
          if (waitDays === null) continue;
          const follow = { steps, step: step + 1, day: day + waitDays, count };
          if (waitDays === 0) next.push(follow);
          else coming[follow.day]?.push(follow);
        }
      }
      if (next.length === 0) break;
    }
    return { arrived, sent };
  });
  const left = [...lines].flatMap(([id, line]) => {
    const count = line.reduce((sum, one) => sum + one.count, 0);
    return count > 0 ? [[id, count] as const] : [];
  });
  return { days, left: new Map(left), nowhere };
}

/** Takes so many from the head of the line. */
function takeFirst(line: Waiting[], room: number): Waiting[] {
  const taken: Waiting[] = [];
  for (let free = room; free > 0; ) {
    const [first] = line;
    if (!first) break;
    const count = Math.min(first.count, Math.floor(free));
    if (count === 0) break;
    taken.push({ ...first, count });
    free -= count;
    if (count === first.count) line.shift();
    else first.count -= count;
  }
  return taken;
}
