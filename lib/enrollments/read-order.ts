import type { SqlTx } from "@/db/client";
import { RUN_STANDINGS } from "@/lib/core/run-standing";
import type { Half } from "./filter-halves";
import type { Sql } from "./filter-sql";
import type { EnrollmentPlace } from "./schema";

/**
 * A stretch of a list that is in the order of one instant. A list is one stretch, or those that have the instant and
 * behind them the others, newest first.
 */
export type Stretch = {
  /** The instant. */
  key: Sql;
  by: "enrolled" | "next" | "ended";
  /** Which runs of a half are in it; without the half: none. */
  holds: { [half in Half]?: Held };
  isAscending: boolean;
  /** Begins the places within it; the other stretch begins with nothing. */
  isKeyed: boolean;
};
/** `isOdd`: they are few, and lie together in an index that is not in the order of the list; `which` says all that it holds. */
type Held = { which: Sql; isOdd: boolean };

/** The stretches of a list, first to last. */
export function stretchesOf(tx: SqlTx, { sort = "enrolled", order }: EnrollmentPlace): Stretch[] {
  const isAscending = (order ?? (sort === "next" ? "asc" : "desc")) === "asc";
  const all: Held = { which: tx``, isOdd: false };
  const only = (which: Sql, isOdd = false): Held => ({ which, isOdd });
  const byEnrollment = { key: tx`e.enrolled_at`, by: "enrolled" as const };
  switch (sort) {
    case "enrolled":
      return [{ ...byEnrollment, holds: { live: all, ended: all }, isAscending, isKeyed: true }];
    case "next":
      return [
        {
          ...{ key: tx`e.next_action_at`, by: sort, isAscending, isKeyed: true },
          holds: { live: only(tx`and e.next_action_at is not null`) },
        },
        {
          ...{ ...byEnrollment, isAscending: false, isKeyed: false },
          holds: {
            live: only(tx`and e.status in ('active', 'paused') and e.next_action_at is null`, true),
            ended: all,
          },
        },
      ];
    case "ended":
      return [
        {
          ...{ key: tx`e.ended_at`, by: sort, isAscending, isKeyed: true },
          holds: { ended: only(tx`and e.ended_at is not null`) },
        },
        {
          ...{ ...byEnrollment, isAscending: false, isKeyed: false },
          holds: {
            live: all,
            ended: only(
              tx`and e.standing >= ${tx.unsafe(`${RUN_STANDINGS.firstEnded}::smallint`)} and e.ended_at is null`,
              true,
            ),
          },
        },
      ];
  }
}

/** A row's place: its instant in its stretch, to the microsecond, and its id. */
export type At = { at: string; id: string; isKeyed: boolean };

/** As pages tell it: the instant and the id of the row; in the stretch without the instant that of the enrollment. */
export const writePlace = ({ at, id, isKeyed }: At): string => `${isKeyed ? "" : "-"}${at}~${id}`;

export function readPlace(place: string): At {
  const isKeyed = !place.startsWith("-");
  const [at = "", id = ""] = (isKeyed ? place : place.slice(1)).split("~");
  return { at, id, isKeyed };
}
