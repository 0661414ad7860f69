import type { SqlTx } from "@/db/client";
import { RUN_STANDINGS } from "@/lib/core/run-standing";
import { FEW, fewMembers, fewTagged, fewTaggedMembers, foundAmong } from "./filter-contacts";
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

/** Few runs, by their ids or their contacts. `areFound`: these are the contacts that the text finds, neither more nor less. */
export type Narrow = { ids: string[] } | { contacts: string[]; areFound: boolean };

/** So many contacts that have a tag are compared with a segment's. */
const TAGGED = 20_000;

export const narrowed = async (tx: SqlTx, scope: RunScope): Promise<Narrow | null> =>
  (await narrowedOrFound(tx, scope, { few: FEW, found: FEW })).narrow;

/** The same, and otherwise the contacts that the text finds, where these are at most `found`. */
export async function narrowedOrFound(
  tx: SqlTx,
  { ids, patterns, tag, members }: RunScope,
  most: { few: number; found: number },
): Promise<{ narrow: Narrow | null; found: string[] | null }> {
  if (ids) return { narrow: { ids }, found: null };
  const found = patterns && (await foundAmong(tx, patterns, most.found));
  if (found && found.length <= most.few) return { narrow: { contacts: found, areFound: true }, found: null };
  const contacts =
    (members && (await fewMembers(tx, members))) ??
    (tag
      ? await (members ? fewTaggedMembers(tx, { members, tag, most: TAGGED }) : fewTagged(tx, tag))
      : null);
  return { narrow: contacts && { contacts, areFound: false }, found };
}
