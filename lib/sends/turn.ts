import type { SqlTx } from "@/db/client";
import type { Place } from "@/lib/list-place";
import type { Sql } from "./filter";

/** A part of a list: behind a place, or before it (then the oldest first). */
export type Asked = { after?: Place | null; before?: Place | null; limit: number };

export function turn(tx: SqlTx, moment: Sql, { after, before, limit }: Asked): Sql {
  return tx`
    ${after ? tx`and (${moment}, m.id) < (${after.at}::text::timestamptz, ${after.id}::uuid)` : tx``}
    ${before ? tx`and (${moment}, m.id) > (${before.at}::text::timestamptz, ${before.id}::uuid)` : tx``}
    ${ordered(tx, moment, { before: before ?? null })} limit ${limit}`;
}

export const ordered = (tx: SqlTx, moment: Sql, { before }: Pick<Asked, "before">): Sql =>
  before ? tx`order by ${moment}, m.id` : tx`order by ${moment} desc, m.id desc`;
