import type { Fragment } from "postgres";
import type { SqlTx } from "@/db/client";
import { MOST_COUNTED, MOST_RUNS, type Named, type Trouble, type TroubleKind } from "./schema";

/**
 * Counts rows with the columns `at` and `run_id`, which come the oldest first, until one more than anybody needs. Null
 * where there is none.
 */
export async function countFound(
  tx: SqlTx,
  kind: TroubleKind,
  rows: Fragment,
  { isRepairable }: { isRepairable: boolean },
): Promise<Trouble | null> {
  const [row] = await tx<{ count: number; since: Date | null; runIds: string[] | null }[]>`
    with found as materialized (select f.* from (${rows} limit ${MOST_COUNTED + 1}) f)
    select count(*)::int as count, min(at) as since, (
      select array_agg(run_id) from (select distinct run_id from found where run_id is not null limit ${MOST_RUNS}) r
    ) as "runIds"
    from found`;
  if (!row || row.count === 0) return null;
  const count = Math.min(row.count, MOST_COUNTED);
  return {
    ...{ kind, count, isMore: row.count > MOST_COUNTED, since: row.since?.toISOString() ?? null, named: [] },
    repairable: isRepairable ? count : 0,
    runIds: row.runIds ?? [],
  };
}

export type FoundThing = Omit<Named, "of"> & { at: Date | null; isRepairable?: boolean };

/** What is few enough to be named. */
export function nameFound(kind: TroubleKind, of: Named["of"], rows: readonly FoundThing[]): Trouble | null {
  if (rows.length === 0) return null;
  const times = rows.flatMap(({ at }) => (at ? [at.getTime()] : []));
  return {
    kind,
    count: Math.min(rows.length, MOST_COUNTED),
    isMore: rows.length > MOST_COUNTED,
    since: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
    repairable: rows.filter(({ isRepairable }) => isRepairable).length,
    named: rows
      .slice(0, MOST_NAMED)
      .map(({ id, name, detail, waiting }) => ({ id, of, name, detail, waiting })),
    runIds: [],
  };
}

/** More of them are only counted. */
const MOST_NAMED = 20;

export const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);
export const hoursBefore = (now: Date, hours: number) => minutesBefore(now, hours * 60);
export const hoursAfter = (now: Date, hours: number) => minutesBefore(now, -hours * 60);
export const daysBefore = (now: Date, days: number) => hoursBefore(now, days * 24);
