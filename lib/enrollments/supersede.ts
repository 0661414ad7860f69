import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { endRuns } from "@/lib/engine/exits";
import { rememberAct } from "./remember-act";
import { lockStanding } from "./standing";

type Superseding = {
  /** Runs of the same exclusivity group and a lower priority. */
  ids: string[];
  sequence: { id: string; name: string };
  actorId: string | null;
  bulkId?: string | undefined;
  now: Date;
};

/** Ends runs whose place in their exclusivity group another sequence takes. A bulk enrollment can give it back. */
export async function supersede(
  tx: SqlTx,
  accountId: AccountId,
  { ids, sequence, actorId, bulkId, now }: Superseding,
): Promise<void> {
  if (ids.length === 0) return;
  const before = await lockStanding(tx, ids);
  const because = { code: "superseded", data: { sequenceId: sequence.id, other: sequence.name } };
  const ended = await endRuns(tx, { accountId, ids, reason: "superseded", because, actorId, now });
  if (!actorId || !bulkId) return;
  await rememberAct(tx, accountId, { kind: "supersede", actorId, bulkId, before, changed: ended, now });
}
