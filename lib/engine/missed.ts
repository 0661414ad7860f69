import type { SqlTx } from "@/db/client";
import type { Claim } from "./claim";
import { giveBack } from "./pace-count";

/**
 * The place of these claims went by before the provider was called: nothing was sent. The message is to be sent still,
 * without an attempt having been made, the room is given back, and the run stands at the head of the queue, where it was.
 */
export async function giveBackMissed(tx: SqlTx, claims: Claim[]): Promise<void> {
  const ids = claims.map(({ enrollmentId }) => enrollmentId);
  const messageIds = claims.map(({ messageId }) => messageId);
  await tx`select from enrollments where id = any(${ids}) order by id for update`;
  const given = await tx<{ id: string }[]>`
    update messages set status = 'scheduled', claimed_at = null, attempts = attempts - 1
    where enrollment_id = any(${ids}) and id = any(${messageIds}) and status = 'claimed' returning id`;
  const heads = claims.map((claim) => ({ id: claim.enrollmentId, inboxId: claim.inbox.id, at: claim.dueAt }));
  await tx`
    update enrollments e set queued_inbox_id = r."inboxId", queued_at = r.at, next_because = 'inbox_limit'
    from jsonb_to_recordset(${JSON.stringify(heads)}::text::jsonb) as r(id uuid, "inboxId" uuid, at timestamptz)
    where e.id = any(${ids}) and e.id = r.id and e.status = 'active'`;
  const back = new Set(given.map((row) => row.id));
  const unused = claims.filter(({ messageId, place }) => place && back.has(messageId));
  const places = unused.map(({ place }) => place?.at.getTime() ?? 0);
  if (unused.length > 0)
    await giveBack(
      tx,
      unused.map(({ inbox }) => inbox.id),
      new Date(Math.max(...places)),
    );
}
