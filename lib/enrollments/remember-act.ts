import type { SqlTx } from "@/db/client";
import type { runActs } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { readStanding, type Standing } from "./standing";

export type RunActKind = typeof runActs.$inferSelect.kind;

type Remembered = {
  kind: RunActKind;
  actorId: string;
  /** The bulk enrollment, or the act on many, of which it is a part. */
  bulkId?: string;
  bulkActId?: string;
  /** How the changed runs stood before. */
  before: Map<string, Standing>;
  changed: string[];
  now: Date;
};

/** Keeps what a person did to runs, so that it can be taken back. Call it after the change. Answers its id. */
export async function rememberAct(
  tx: SqlTx,
  accountId: AccountId,
  { kind, actorId, bulkId, bulkActId, before, changed, now }: Remembered,
): Promise<string | null> {
  if (changed.length === 0) return null;
  const after = await readStanding(tx, changed);
  const items = changed.map((id) => ({ id, before: before.get(id), after: after.get(id) }));
  const [row] = await tx<{ id: string }[]>`
    insert into run_acts (account_id, kind, actor_id, bulk_id, bulk_act_id, items, at)
    values (${accountId}, ${kind}, ${actorId}, ${bulkId ?? null}, ${bulkActId ?? null},
      ${JSON.stringify(items)}::text::jsonb, ${now})
    returning id`;
  return row?.id ?? null;
}
