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
  /** Which runs it holds; empty: all. */
  holds: Sql;
  /** Where all of them are live, or have ended. */
  half: Half | null;
  isAscending: boolean;
  /** Begins the places within it; the other stretch begins with nothing. */
  isKeyed: boolean;
};

/** The stretches of a list, first to last. */
export function stretchesOf(tx: SqlTx, { sort = "enrolled", order }: EnrollmentPlace): Stretch[] {
  const ended = tx.unsafe(`${RUN_STANDINGS.firstEnded}::smallint`);
  const isAscending = (order ?? (sort === "next" ? "asc" : "desc")) === "asc";
  const others = (holds: Sql): Stretch => ({
    ...{ key: tx`e.enrolled_at`, holds, half: null },
    ...{ isAscending: false, isKeyed: false },
  });
  switch (sort) {
    case "enrolled":
      return [{ key: tx`e.enrolled_at`, holds: tx``, half: null, isAscending, isKeyed: true }];
    case "next":
      return [
        {
          key: tx`e.next_action_at`,
          holds: tx`and e.status in ('active', 'paused') and e.next_action_at is not null`,
          ...{ half: "live" as const, isAscending, isKeyed: true },
        },
        others(tx`and (e.standing >= ${ended} or e.next_action_at is null)`),
      ];
    case "ended":
      return [
        {
          key: tx`e.ended_at`,
          holds: tx`and e.standing >= ${ended} and e.ended_at is not null`,
          ...{ half: "ended" as const, isAscending, isKeyed: true },
        },
        others(tx`and (e.standing < ${ended} or e.ended_at is null)`),
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
