import { PRIORITIES, type Priority } from "@/lib/core/model";

export type LiveRun = {
  id: string;
  sequenceId: string;
  sequenceName: string;
  /** The thread or record that it is about. */
  link: string | null;
  group: string | null;
  priority: Priority;
  /** How many steps are behind it. */
  stepsPassed: number;
  enrolledAt: Date;
};

type Clash = { kept: LiveRun; ended: LiveRun };

/**
 * Which live runs cannot stay once two contacts are one: of the same sequence about the same thing the one further along
 * stays; of an exclusivity group the one with the higher priority, then the one further along. Each run ends at most once.
 */
export function clashesOf(runs: LiveRun[]): Clash[] {
  const same = clashesBy(runs, ({ sequenceId, link }) => `${sequenceId} ${link}`, furtherFirst);
  const left = runs.filter((run) => !same.some(({ ended }) => ended.id === run.id));
  const byPriority = (a: LiveRun, b: LiveRun) =>
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || furtherFirst(a, b);
  return [...same, ...clashesBy(left, ({ group }) => group, byPriority)];
}

const furtherFirst = (a: LiveRun, b: LiveRun): number =>
  b.stepsPassed - a.stepsPassed || a.enrolledAt.getTime() - b.enrolledAt.getTime() || (a.id < b.id ? -1 : 1);

function clashesBy(
  runs: LiveRun[],
  keyOf: (run: LiveRun) => string | null,
  order: (a: LiveRun, b: LiveRun) => number,
): Clash[] {
  const keptOf = new Map<string, LiveRun>();
  const clashes: Clash[] = [];
  for (const run of [...runs].sort(order)) {
    const key = keyOf(run);
    if (key === null) continue;
    const kept = keptOf.get(key);
    if (kept) clashes.push({ kept, ended: run });
    else keptOf.set(key, run);
  }
  return clashes;
}
