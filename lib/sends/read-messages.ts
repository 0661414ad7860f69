import type { SqlTx } from "@/db/client";
import { dayStart } from "@/lib/reports/day-start";
import { type Candidate, type Days, readBounds, readCandidates } from "./candidate-days";
import { type SendScope, type Sql, sendMoment, sendsMatching } from "./filter";
import { type Asked, ordered, turn } from "./turn";

/** So many days are looked at first, and then ever more: what is frequent is found among the newest. */
const FIRST_DAYS = 7;
const GROWTH = 4;

/**
 * The ids and moments of a filter's messages, in the order that is asked for. Rollups say on which days of which sequences
 * there are any, so that what is rare is found without reading all that is not.
 */
export async function findMessages(tx: SqlTx, scope: SendScope, asked: Asked): Promise<FoundMessage[]> {
  const found: FoundMessage[] = [];
  let left = await daysLeft(tx, scope, asked);
  for (let size = FIRST_DAYS; left && found.length < asked.limit; size *= GROWTH) {
    const [days, rest] = cut(left, size, asked.before ? "oldest" : "newest");
    const candidates = [...(await readCandidates(tx, scope, days))];
    if (asked.before) candidates.reverse();
    while (candidates.length > 0 && found.length < asked.limit) {
      const limit = asked.limit - found.length;
      found.push(...(await readSome(tx, scope, { ...asked, limit }, taken(candidates, limit))));
    }
    left = rest;
  }
  return found.slice(0, asked.limit);
}

export type FoundMessage = { id: string; enrollmentId: string; place: string };

async function daysLeft(tx: SqlTx, scope: SendScope, { after, before }: Asked): Promise<Days | null> {
  const bounds = await readBounds(tx, scope);
  if (!bounds) return null;
  const place = after ?? before;
  if (!place) return bounds;
  const [row] = await tx<{ day: string }[]>`
    select (${place.at}::text::timestamptz at time zone ${scope.zone})::date::text as day`;
  const day = row?.day ?? bounds.to;
  const days = after
    ? { ...bounds, to: day < bounds.to ? day : bounds.to }
    : { ...bounds, from: day > bounds.from ? day : bounds.from };
  return days.from <= days.to ? days : null;
}

/** Takes the candidates of as many days out as have enough together. */
function taken(candidates: Candidate[], limit: number): Candidate[] {
  let sum = 0;
  let count = 0;
  for (const [index, { day, most }] of candidates.entries()) {
    sum += most;
    count = index + 1;
    if (sum >= limit && candidates[index + 1]?.day !== day) break;
  }
  return candidates.splice(0, count);
}

function readSome(tx: SqlTx, scope: SendScope, asked: Asked, candidates: Candidate[]) {
  const moment = sendMoment(tx, scope);
  const days = candidates.map(({ day }) => day);
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  // One day that has enough is read in its order; of several days only the sequences that have some.
  if (first === last && scope.by !== "enrolled") {
    const { from, to } = { from: first, to: first };
    return tx<FoundMessage[]>`
      select m.id, m.enrollment_id as "enrollmentId", ${moment}::text as place from messages m
      where ${sendsMatching(tx, { ...scope, from, to })} ${turn(tx, moment, asked)}`;
  }
  const start = (day: Sql) => dayStart(tx, day, scope.zone);
  return tx<FoundMessage[]>`
    select m.id, m.enrollment_id as "enrollmentId", m.moment::text as place
    from unnest(${days}::date[], ${candidates.map(({ sequenceId }) => sequenceId)}::uuid[]) as p(day, sequence_id)
    cross join lateral (
      select m.id, m.enrollment_id, ${moment} as moment from messages m
      where m.sequence_id = p.sequence_id and ${moment} >= ${start(tx`p.day`)} and ${moment} < ${start(tx`(p.day + 1)`)}
        and ${sendsMatching(tx, scope)} ${turn(tx, moment, asked)}
    ) m ${ordered(tx, tx`m.moment`, asked)} limit ${asked.limit}`;
}

/** The first part of the days from one end, and the rest. */
function cut({ from, to }: Days, size: number, end: "newest" | "oldest"): [Days, Days | null] {
  if (end === "newest") {
    const first = plusDays(to, 1 - size);
    return first <= from
      ? [{ from, to }, null]
      : [
          { from: first, to },
          { from, to: plusDays(first, -1) },
        ];
  }
  const last = plusDays(from, size - 1);
  return last >= to
    ? [{ from, to }, null]
    : [
        { from, to: last },
        { from: plusDays(last, 1), to },
      ];
}

const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
