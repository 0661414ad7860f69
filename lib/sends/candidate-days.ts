import type { SqlTx } from "@/db/client";
import type { SendGrain } from "@/lib/core/metrics";
import { ofSegment, SEND_MEASURES } from "@/lib/reports/rollup-sql";
import { FACT_BITS, ofDimensions, type SendScope, type Sql } from "./filter";
import type { ListedFact } from "./schema";

/** A day and a sequence of which the rollups say that they have so many, at most. */
export type Candidate = { day: string; sequenceId: string; most: number };
export type Days = { from: string; to: string };

/** What the rollups can say of a filter: which grain divides by what it asks, and whether by all of that. */
export function grainOf(scope: SendScope): { grain: SendGrain; isWhole: boolean } {
  const { by, assignee, entry, weekday, hour, contacts, keptSegment } = scope;
  const isOfAll = contacts === null || keptSegment !== null;
  const isOfRest = isOfAll && [assignee, entry, hour].every((one) => one === undefined);
  if (by === "enrolled") return { grain: "cohort", isWhole: isOfRest && weekday === undefined };
  return { grain: "step", isWhole: isOfRest };
}

/** From the first to the last day on which there may be any; null where there is none. */
export async function readBounds(tx: SqlTx, scope: SendScope): Promise<Days | null> {
  const { grain } = grainOf(scope);
  const [row] = await tx<{ from: string | null; to: string | null }[]>`
    select greatest(least(r.from, c.from), ${scope.from ?? null}::date)::text as from,
      least(greatest(r.to, c.to), ${scope.to ?? null}::date)::text as to
    from (
      select (select min(day) from send_rollups where ${ofAccount(tx)} and grain = ${grain} ${ofSegment(tx, scope.keptSegment)}) as from,
        (select max(day) from send_rollups where ${ofAccount(tx)} and grain = ${grain} ${ofSegment(tx, scope.keptSegment)}) as to
    ) r, (
      select min(${changeDay(tx, scope)}) as from, max(${changeDay(tx, scope)}) as to from send_changes
      where ${ofAccount(tx)}
    ) c`;
  return row?.from && row.to && row.from <= row.to ? { from: row.from, to: row.to } : null;
}

/** Where to look within these days, the newest day first. None is left out: what is not folded yet counts as there. */
export const readCandidates = (tx: SqlTx, scope: SendScope, days: Days) => tx<Candidate[]>`
  select day::text, sequence_id as "sequenceId", sum(n)::int as most
  from (${counted(tx, scope, { days, isAtMost: true })}) counted
  group by 1, 2 having sum(n) > 0 order by 1 desc`;

/** How many there are, by the rollups and what is not folded yet; null where those do not divide by all that is asked. */
export async function countByRollups(tx: SqlTx, scope: SendScope): Promise<number | null> {
  if (!grainOf(scope).isWhole) return null;
  const days = await readBounds(tx, scope);
  if (!days) return 0;
  const [row] = await tx<{ count: number }[]>`
    select coalesce(sum(n), 0)::int as count from (${counted(tx, scope, { days, isAtMost: false })}) counted`;
  return row?.count ?? 0;
}

function counted(tx: SqlTx, scope: SendScope, { days, isAtMost }: { days: Days; isAtMost: boolean }): Sql {
  const { grain } = grainOf(scope);
  const fact = scope.fact && scope.fact !== "converted" ? scope.fact : "reached";
  const bits = FACT_BITS[fact];
  const divided = asDivided(scope);
  const of = ofDimensions(tx, tx`x`, { ...divided, contacts: null });
  const lost = isAtMost ? "0" : `(lost & ${bits} <> 0)::int`;
  const day = changeDay(tx, scope);
  return tx`
    select day, sequence_id, ${tx.unsafe(columnsOf(fact))} as n from send_rollups x
    where ${ofAccount(tx)} and grain = ${grain} and day between ${days.from} and ${days.to} ${of}
      ${ofSegment(tx, scope.keptSegment)} ${onWeekday(tx, scope, tx`day`)}
    union all
    select ${day}, sequence_id, ${tx.unsafe(`(gained & ${bits} <> 0)::int - ${lost}`)} from send_changes x
    where ${ofAccount(tx)} and ${day} between ${days.from} and ${days.to}
      ${ofDimensions(tx, tx`x`, divided)} ${onWeekday(tx, scope, day)}`;
}

/** The filter without what the grain does not divide by. */
function asDivided({ assignee: _a, entry: _e, ...rest }: SendScope): SendScope {
  return rest;
}

/** A weekday is one of the send: the day of a cohort says nothing of it. */
const onWeekday = (tx: SqlTx, { weekday, by }: SendScope, day: Sql): Sql =>
  weekday && by !== "enrolled" ? tx`and extract(isodow from ${day}) = ${weekday}` : tx``;

const changeDay = (tx: SqlTx, { by, zone }: SendScope): Sql =>
  by === "enrolled"
    ? tx`(enrolled_at at time zone ${zone})::date`
    : tx`(counted_at at time zone ${zone})::date`;

const ofAccount = (tx: SqlTx): Sql => tx`account_id = (select current_setting('app.account_id')::uuid)`;

/** What is `reached` is attempted or skipped, never both. */
function columnsOf(fact: Exclude<ListedFact, "converted">): string {
  const wanted = fact === "reached" ? ["attempted", "skipped"] : [fact];
  return SEND_MEASURES.filter(([, one]) => wanted.includes(one))
    .map(([column]) => column)
    .join(" + ");
}
