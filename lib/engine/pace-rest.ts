import type { SqlTx } from "@/db/client";

/** The provider asked for silence: the inbox sends nothing until then. A longer rest is not shortened. */
export async function restInbox(
  tx: SqlTx,
  accountId: string,
  { inboxId, until }: { inboxId: string; until: Date },
): Promise<void> {
  await tx`
    insert into inbox_paces as p (account_id, inbox_id, rest_until) values (${accountId}, ${inboxId}, ${until})
    on conflict (inbox_id) do update set rest_until = greatest(p.rest_until, excluded.rest_until)`;
}
