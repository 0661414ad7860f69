import type { SqlTx } from "@/db/client";
import type { ReplyIntent } from "@/lib/core/model-maestro";
import { survivorOf } from "./survivor";

/** A mail of ours: of a sequence, or written by hand. */
export type OwnMail = {
  id: string;
  contactId: string;
  conversationId: string | null;
  inboxId: string;
  /** Where it went to; null of what was written by hand. */
  address: string | null;
  /** Null of what was written by hand. */
  enrollmentId: string | null;
  stepId: string | null;
};

type Named = { messageId: string | null; providerIds: string[] };

/**
 * The mail of ours that another one names, in whichever of the account's inboxes it was sent: by what providers call it,
 * the nearest first, else by our own id. Null for ids that are not ours; anybody may write ids into a mail.
 */
export async function findOwnMail(
  tx: SqlTx,
  { messageId, providerIds }: Named,
): Promise<OwnMail | undefined> {
  const ids = providerIds.slice(0, 50);
  if (ids.length === 0 && messageId === null) return undefined;
  const [row] = await tx<OwnMail[]>`
    select id, contact_id as "contactId", conversation_id as "conversationId", inbox_id as "inboxId", address,
      enrollment_id as "enrollmentId", step_id as "stepId"
    from (
      select id, contact_id, conversation_id, inbox_id, address, enrollment_id, step_id,
        array_position(${ids}::text[], provider_id) as place
      from messages where provider_id = any(${ids}) and channel = 'email'
      union all
      select id, contact_id, conversation_id, inbox_id, address, enrollment_id, step_id, ${ids.length + 1}
      from messages where id = ${messageId}::uuid and channel = 'email'
      union all
      select m.id, m.contact_id, m.conversation_id, m.inbox_id, null, null, null,
        coalesce(array_position(${ids}::text[], m.provider_id), ${ids.length + 1})
      from inboxes i join conversation_messages m on m.inbox_id = i.id
        and (m.provider_id = any(${ids}) or m.id = ${messageId}::uuid)
      where i.channel = 'email' and m.direction = 'outbound'
    ) mails where inbox_id is not null order by place limit 1`;
  return row;
}

type Answer = { answersMessageId?: string | null; inReplyTo: string | null; references?: string[] };

/**
 * Whose answer a mail is and in which thread, by the mail that it answers; null where it names none, or its contact is
 * deleted. A colleague may answer from an address of their own: the run still ends, and the address is not taken for the
 * contact's, because nothing proves that it is.
 */
export async function findAnswered(
  tx: SqlTx,
  { answersMessageId = null, inReplyTo, references }: Answer,
): Promise<OwnMail | null> {
  // Other channels name what they answer as well, but there the address is the person.
  if (references === undefined) return null;
  const providerIds = inReplyTo ? [inReplyTo, ...references] : references;
  const mail = await findOwnMail(tx, { messageId: answersMessageId, providerIds });
  if (!mail) return null;
  const contactId = await survivorOf(tx, mail.contactId);
  const [alive] = await tx`select from contacts where id = ${contactId} and deleted_at is null`;
  return contactId && alive ? { ...mail, contactId } : null;
}

/** The contact's message that answers, and what it was understood to mean by then. */
export type Reply = { replyId: string; intent: ReplyIntent | null; at: Date };

/** A mail that is answered has arrived, whatever was known of it. */
export async function settleAnswered(
  tx: SqlTx,
  { id, enrollmentId }: OwnMail,
  { replyId, intent, at }: Reply,
): Promise<void> {
  await tx`
    update messages set status = 'replied', replied_at = ${at}, reply_id = ${replyId}, reply_intent = ${intent}, sent_at = coalesce(sent_at, claimed_at),
      error_code = null, error_detail = null
    where enrollment_id = ${enrollmentId} and id = ${id} and status = 'unknown'`;
}
