import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ReplyIntent } from "@/lib/core/model-maestro";
import { intentData, recordUnderstood, type Understood } from "@/lib/engine/understood";
import { AppError } from "@/lib/errors";

type Correction = {
  messageId: string;
  intent: ReplyIntent;
  until: string | null;
  actorId: string;
  now: Date;
};

/**
 * A person says what a reply means, whatever a rule or Maestro has said. Throws AppError `not_found` for what is no reply
 * of a person. Nothing follows from it by itself: an opt-out is offered, never made.
 */
export const correctMeaning = (
  accountId: AccountId,
  { messageId, intent, until, actorId, now }: Correction,
): Promise<{ isChanged: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const [reply] = await tx`
      select m.id from conversation_messages m join contacts c on c.id = m.contact_id and c.deleted_at is null
      where m.id = ${messageId} and m.meaning = 'reply'`;
    if (!reply) throw new AppError("not_found");
    const day = intent === "not_now" || intent === "out_of_office" ? until : null;
    const understood: Understood = { intent, by: "person", until: day, confidence: null };
    const isSame = tx`
      intent is not distinct from ${intent} and intent_by = 'person'
      and intent_data->>'until' is not distinct from ${day}::text`;
    return {
      isChanged: await settleMeaning(
        tx,
        accountId,
        { messageId, understood, actorId, now },
        tx`not coalesce(${isSame}, false)`,
      ),
    };
  });

type Settling = { messageId: string; understood: Understood; actorId: string | null; now: Date };

/** Writes it down where the condition holds, and tells it on the runs that the reply had found live. */
export async function settleMeaning(
  tx: SqlTx,
  accountId: AccountId,
  { messageId, understood, actorId, now }: Settling,
  condition: ReturnType<SqlTx>,
): Promise<boolean> {
  const [settled] = await tx<{ at: Date; contactId: string; conversationId: string }[]>`
    update conversation_messages set intent = ${understood.intent}, intent_by = ${understood.by},
      intent_data = ${JSON.stringify(intentData(understood))}::text::jsonb
    where id = ${messageId} and meaning = 'reply' and ${condition}
      and exists (select from contacts c where c.id = contact_id and c.deleted_at is null)
    returning at, contact_id as "contactId", conversation_id as "conversationId"`;
  if (!settled) return false;
  // Live and ended runs have an index each; naming both states lets the planner use them.
  const runs = await tx<{ id: string }[]>`
    select e.id from enrollments e
    where e.contact_id = ${settled.contactId} and (e.status in ('active', 'paused') or e.status = 'ended')
      and e.enrolled_at <= ${settled.at}
      and exists (select from ledger l where l.enrollment_id = e.id and l.kind = 'replied' and l.at = ${settled.at})`;
  const runIds = runs.map(({ id }) => id);
  await tx`
    update messages set reply_intent = ${understood.intent}
    where enrollment_id = any(${runIds}) and reply_id = ${messageId}
      and reply_intent is distinct from ${understood.intent}`;
  await recordUnderstood(tx, accountId, {
    runIds,
    understood,
    conversationId: settled.conversationId,
    actorId,
    at: now,
  });
  return true;
}
