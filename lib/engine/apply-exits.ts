import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { exitOf, waitingReply } from "@/lib/core/exits";
import { endRuns } from "./exits";
import { holdForReply } from "./hold";
import { record } from "./ledger";
import type { Run } from "./run";
import { lockRuns } from "./snapshot";

type Applying = { accountId: AccountId; contactId: string; now: Date };

/** Locks a contact's live runs. Whatever touches runs and threads takes the runs first, so that nobody waits in a circle. */
export async function lockLiveRuns(tx: SqlTx, contactId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from enrollments where contact_id = ${contactId} and status in ('active', 'paused') order by id for update`;
  return rows.map((row) => row.id);
}

/**
 * Ends every live run of the contact that the core's exit rules end, after something about the contact changed in this
 * transaction: a reply, an opt-out, a goal, a resolution, a block. Runs that hand a reply to a person are paused.
 * Answers the ended ids.
 */
export async function applyExits(tx: SqlTx, applying: Applying): Promise<string[]> {
  return exitRuns(tx, await lockRuns(tx, await lockLiveRuns(tx, applying.contactId)), applying);
}

/** The same of a contact's runs that are locked and loaded already. */
export async function exitRuns(
  tx: SqlTx,
  runs: Run[],
  { accountId, contactId, now }: Applying,
): Promise<string[]> {
  const ended: string[] = [];
  for (const { row, facts } of runs) {
    const exit = exitOf(facts);
    if (exit) {
      const ids = await endRuns(tx, { accountId, ids: [row.id], ...exit, actorId: null, now });
      ended.push(...ids);
      if (exit.reason !== "goal_reached" || ids.length === 0) continue;
      const because = { code: "event", data: { event: exit.because.data.event } };
      const reached = { at: now, kind: "goal_reached" as const, enrollmentId: row.id, contactId, because };
      await record(tx, accountId, [reached]);
      continue;
    }
    const reply = waitingReply(facts);
    if (reply) await holdForReply(tx, accountId, { row, reply, now });
  }
  return ended;
}
