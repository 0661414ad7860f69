import type { SqlTx } from "@/db/client";
import { RUN_STANDINGS } from "@/lib/core/run-standing";
import { fewFound, fewMembers, fewTagged, fewTaggedMembers } from "./filter-contacts";
import type { RunScope, Sql } from "./filter-sql";
import type { EnrollmentFilter } from "./schema";

/** Runs that are live and runs that have ended lie in indexes of their own. */
export type Half = "live" | "ended";

/** Which of them can be among the runs that a filter means. */
export function possibleHalves({ status, reason, waiting, nextFrom, nextTo }: EnrollmentFilter): Half[] {
  const isLive = (status !== undefined && status !== "ended") || waiting || nextFrom || nextTo;
  const hasEnded = status === "ended" || reason;
  if (isLive && hasEnded) return [];
  if (isLive) return ["live"];
  return hasEnded ? ["ended"] : ["live", "ended"];
}

/** Numbers and words stand in the text, as the indexes of a half have them. */
export function ofHalf(tx: SqlTx, half: Half): Sql {
  const ended = tx.unsafe(`${RUN_STANDINGS.firstEnded}::smallint`);
  if (half === "live") return tx`and e.standing < ${ended} and e.status in ('active', 'paused')`;
  return tx`and e.standing >= ${ended}`;
}

export function amongFew(tx: SqlTx, half: Half, narrow: Narrow): Sql {
  if ("ids" in narrow) return tx`and e.id = any(${narrow.ids}::uuid[])`;
  return tx`and e.contact_id = any(${narrow.contacts}::uuid[]) ${half === "ended" ? tx`and e.status = 'ended'` : tx``}`;
}

/** Few runs, by their ids or their contacts. */
export type Narrow = { ids: string[] } | { contacts: string[] };

/** So many contacts that have a tag are compared with a segment's. */
const HELD = 20_000;

export async function narrowed(tx: SqlTx, { ids, patterns, tag, members }: RunScope): Promise<Narrow | null> {
  if (ids) return { ids };
  const contacts =
    (patterns && (await fewFound(tx, patterns))) ??
    (members && (await fewMembers(tx, members))) ??
    (tag ? await (members ? fewTaggedMembers(tx, { members, tag, most: HELD }) : fewTagged(tx, tag)) : null);
  return contacts && { contacts };
}
