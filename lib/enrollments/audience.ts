import type { SqlTx } from "@/db/client";
import { matching, scopeOf } from "@/lib/contacts/filter";
import type { Audience } from "./schema";

type ContactScope = Awaited<ReturnType<typeof scopeOf>>;

/** An audience whose filter was looked up: it means the same from the first contact to the last. */
export type FixedAudience = { kind: "contacts"; ids: string[] } | { kind: "filter"; scope: ContactScope };

/** Throws AppError `not_found` for a segment that does not exist. */
export const fixAudience = async (tx: SqlTx, audience: Audience): Promise<FixedAudience> =>
  audience.kind === "contacts"
    ? { kind: "contacts", ids: [...new Set(audience.ids)].sort() }
    : { kind: "filter", scope: await scopeOf(tx, audience.filter) };

/** How many contacts are meant. */
export async function sizeOf(tx: SqlTx, audience: FixedAudience): Promise<number> {
  if (audience.kind === "contacts") return audience.ids.length;
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from contacts c where ${ofAccount(tx)} and ${matching(tx, audience.scope)}`;
  return row?.count ?? 0;
}

/** The next contacts behind `cursor`, in the order of their ids; fewer than `limit` are the last. */
export async function nextOf(
  tx: SqlTx,
  audience: FixedAudience,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<string[]> {
  if (audience.kind === "contacts") {
    return audience.ids.filter((id) => cursor === null || id > cursor).slice(0, limit);
  }
  const rows = await tx<{ id: string }[]>`
    select c.id from contacts c
    where ${ofAccount(tx)} and ${matching(tx, audience.scope)} ${cursor ? tx`and c.id > ${cursor}` : tx``}
    order by c.id limit ${limit}`;
  return rows.map((row) => row.id);
}

/** Named, so that the index of the account's contacts is taken in its order. */
const ofAccount = (tx: SqlTx) => tx`c.account_id = (select current_setting('app.account_id')::uuid)`;
