import type { SqlTx } from "@/db/client";
import { rolesFor } from "@/lib/engine/notify";

export type Decider = { id: string; name: string };

const DECIDING = rolesFor("draft_waiting");

/** Whom a draft names, as `held`: nobody any more where they have left or may not decide. */
export const heldBy = (tx: SqlTx) => tx`
  left join members held on held.user_id = d.assignee_id and held.role = any(${DECIDING}::role[])`;

/** The members who may decide drafts, by name. */
export const readDeciders = async (tx: SqlTx): Promise<Decider[]> => [
  ...(await tx<Decider[]>`
    select u.id, u.name from members m join users u on u.id = m.user_id
    where m.role = any(${DECIDING}::role[]) order by lower(u.name), u.id limit 500`),
];

/** One of them; null for whoever is no member, or may not decide. */
export async function findDecider(tx: SqlTx, userId: string): Promise<Decider | null> {
  const [row] = await tx<Decider[]>`
    select u.id, u.name from members m join users u on u.id = m.user_id
    where m.role = any(${DECIDING}::role[]) and u.id = ${userId}`;
  return row ?? null;
}
