import { listEnrollments } from "@/lib/enrollments/data";
import { countEnrollments } from "@/lib/enrollments/read-count";
import {
  ENROLLMENT_SORTS,
  type EnrollmentFilter,
  type EnrollmentPlace,
  enrollmentFilterSchema,
} from "@/lib/enrollments/schema";
import { type Case, dayAgo, type Known, pick } from "./cases";

type Mixed = { name: string; filter: EnrollmentFilter; place: EnrollmentPlace };

/** Numbers below a bound that are the same in each run. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Two to four parts of the filter that nobody chose to go together, of frequent and of rare values, in any order. */
export function mixedFilters(known: Known, { seed, count }: { seed: number; count: number }): Mixed[] {
  const below = random(seed);
  const any = <T>(list: readonly T[]): T => pick(list, below(list.length));
  const { sequences, assignees, segments, now } = known;
  const day = () => dayAgo(now, any([0, 1, 3, 7, 30, 45, 90, 200, 380]));
  // The most numerous and the least numerous sequences, people and so on, as often as those between.
  const sequence = () =>
    any([sequences[0], sequences[1], sequences.at(-1), any(sequences)]) ?? any(sequences);
  const parts: Record<string, () => { [name in keyof EnrollmentFilter]?: unknown }> = {
    status: () => ({ status: any(["live", "active", "paused", "ended"]) }),
    reason: () => ({ reason: any(["completed", "replied", "resolved", "sequence_archived", "failed"]) }),
    sequence: () => ({ sequence: sequence().id }),
    version: () => ({ version: any(sequence().versionIds) }),
    step: () => ({ step: any([any(sequence().stepIds), "none"]) }),
    assignee: () => ({ assignee: any(["none", any(assignees)]) }),
    channel: () => ({ channel: any(["whatsapp", "email", "sms", "none"]) }),
    entry: () => ({ entry: any(["bulk", "api", "deal.stage_changed", "trial_ending"]) }),
    tag: () => ({ tag: any(["lead", "partner", "vip", "nobody has it"]) }),
    enrolled: () => any([{ from: day() }, { to: day() }, { from: day(), to: day() }]),
    next: () => any([{ nextFrom: dayAgo(now, -7) }, { nextTo: dayAgo(now, -1) }, { nextTo: dayAgo(now, 2) }]),
    waiting: () => ({ waiting: any([1, 7, 14, 60]) }),
    holdout: () => ({ holdout: any(["yes", "no"]) }),
    search: () => ({
      search: any(["Souza", "a", "an", "Hannah Ellis", "núñ", "example.com", "5511", "zzyzx"]),
    }),
    ...(segments.length > 0 ? { segment: () => ({ segment: any(segments) }) } : {}),
  };
  return Array.from({ length: count }, () => {
    const names = new Set<string>();
    for (const size = 2 + below(3); names.size < size; ) names.add(any(Object.keys(parts)));
    const filter = Object.assign({}, ...[...names].map((name) => parts[name]?.()));
    const place = { sort: any(ENROLLMENT_SORTS), order: any(["asc", "desc"] as const) };
    const told = Object.entries(filter).map(([name, value]) => `${name} ${String(value).slice(0, 18)}`);
    return {
      name: `mixed: ${told.join(", ")}, by ${place.sort} ${place.order}`,
      filter: enrollmentFilterSchema.parse(filter),
      place,
    };
  });
}

/** A fixed sample of them: first page and count. */
export const mixedCases = (known: Known): Case[] =>
  mixedFilters(known, { seed: 8, count: 24 }).flatMap(({ name, filter, place }): Case[] => [
    { group: "browser", name, ask: () => listEnrollments(known.accountId, filter, place) },
    { group: "count", name, ask: () => countEnrollments(known.accountId, filter) },
  ]);
