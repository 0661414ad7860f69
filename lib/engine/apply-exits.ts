import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { exitOf } from "@/lib/core/exits";
import { endRuns } from "./exits";
import { lockRuns } from "./snapshot";

/** Locks a contact's live runs. Whatever touches runs and threads takes the runs first, so that nobody waits in a circle. */
export async function lockLiveRuns(tx: SqlTx, contactId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from enrollments where contact_id = ${contactId} and status in ('active', 'paused') order by id for update`;
  return rows.map((row) => row.id);
}

/**
 * Ends every live run of the contact that the core's exit rules end, after something about the contact changed in this
 * transaction: a reply, an opt-out, a goal, a resolution, a block. Answers the ended ids.
 */
export async function applyExits(
  tx: SqlTx,
  { accountId, contactId, now }: { accountId: AccountId; contactId: string; now: Date },
): Promise<string[]> {
  const runs = await lockRuns(tx, await lockLiveRuns(tx, contactId));
  const ended: string[] = [];
  for (const { row, facts } of runs) {
    const exit = exitOf(facts);
    if (!exit) continue;
    ended.push(...(await endRuns(tx, { accountId, ids: [row.id], ...exit, actorId: null, now })));
  }
  return ended;
}
