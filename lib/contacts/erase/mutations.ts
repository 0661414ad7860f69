import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { whatsappVariants } from "@/lib/core/whatsapp-id";
import { endRuns } from "@/lib/engine/exits";
import { AppError } from "@/lib/errors";
import { lockContact } from "../lock";

type Wish = { contactId: string; typedName: string; actorId: string; now: Date };

/** What stands where a name stood, on the screens that count the person still. */
const NOBODY = "—";
/** A shorter address would be found within the messages of others. */
const MIN_ADDRESS = 6;

/**
 * Erases a person: addresses, name, attributes, what was written to and by them, what their records and events say. Live
 * runs end first. What stays names nobody: the opt-outs by their hashes, the rows of the ledger, amounts and dates. Throws
 * AppError `invalid` unless the name was typed as it stands, `not_found`, and `conflict` while a message of the person is
 * being taken in.
 */
export const eraseContact = (accountId: AccountId, wish: Wish): Promise<{ ended: string[] }> =>
  withAccountSql(accountId, async (tx) => {
    const { contactId, typedName, actorId, now } = wish;
    await lockContact(tx, contactId);
    const [contact] = await tx<{ name: string }[]>`select name from contacts where id = ${contactId}`;
    if (contact?.name.trim() !== typedName.trim()) {
      throw new AppError("invalid", "invalid", { fields: { typedName: "erase_name_differs" } });
    }
    const merged = await tx<{ id: string }[]>`select id from contacts where merged_into_id = ${contactId}`;
    const contactIds = [contactId, ...merged.map(({ id }) => id)];
    const runs = await tx<{ id: string; isLive: boolean }[]>`
      select id, status <> 'ended' as "isLive" from enrollments
      where contact_id = any(${contactIds}) and (status in ('active', 'paused') or status = 'ended')`;
    const ids = runs.filter(({ isLive }) => isLive).map(({ id }) => id);
    const because = { code: "contact_deleted", data: { at: now.toISOString() } };
    const ended = await endRuns(tx, { accountId, ids, reason: "stopped", because, actorId, now });
    await eraseInbound(tx, contactIds);
    await eraseMessages(tx, { contactIds, enrollmentIds: runs.map(({ id }) => id), now });
    await eraseRecords(tx, contactIds);
    await eraseMaestro(tx, contactIds);
    await tx`select erase_texts(${contactIds}::uuid[], ${runs.map(({ id }) => id)}::uuid[])`;
    await eraseIdentity(tx, contactIds, now);
    return { ended };
  });

/** Before the addresses go, by which the deliveries are found. */
async function eraseInbound(tx: SqlTx, contactIds: string[]): Promise<void> {
  const rows = await tx<{ value: string }[]>`
    select value from contact_identities where contact_id = any(${contactIds})`;
  const values = rows.flatMap(({ value }) =>
    whatsappVariants(value.replace(/^\+(?=\d+$)/, "").toLowerCase()).filter(
      (one) => one.length >= MIN_ADDRESS,
    ),
  );
  if (values.length === 0) return;
  const named = tx`exists (select from unnest(${values}::text[]) v where position(v in lower(body)) > 0)`;
  const waiting = await tx`select from inbound_events where processed_at is null and ${named} limit 1`;
  if (waiting.length > 0) throw new AppError("conflict", "erase_wait");
  await tx`update inbound_events set body = '', error = null where body <> '' and ${named}`;
}

/** The provider's ids of messages hold the number that they went to. Nobody can be asked of their outcome any more. */
async function eraseMessages(
  tx: SqlTx,
  { contactIds, enrollmentIds, now }: { contactIds: string[]; enrollmentIds: string[]; now: Date },
): Promise<void> {
  const unclear = tx`(status = 'unknown' or asked_at is not null)`;
  await tx`
    update conversation_messages set text = '', subject = null, media = null, content = null, error_detail = null,
      intent_data = null,
      settled_as = case when status = 'unknown' then coalesce(settled_as, 'left') else settled_as end,
      settled_at = case when status = 'unknown' then coalesce(settled_at, ${now}) else settled_at end,
      provider_id = 'erased:' || md5(provider_id)
    where conversation_id in (select id from conversations where contact_id = any(${contactIds}))`;
  await tx`
    update messages set address = null, content = null, error_detail = null, provider_id = 'erased:' || md5(provider_id),
      settled_as = case when ${unclear} then coalesce(settled_as, 'left') else settled_as end,
      settled_at = case when ${unclear} then coalesce(settled_at, ${now}) else settled_at end
    where enrollment_id = any(${enrollmentIds})`;
  await tx`
    update contact_events set data = '{}', dedupe_key = 'erased:' || id where contact_id = any(${contactIds})`;
  await tx`update rule_runs set results = '[]' where contact_id = any(${contactIds})`;
  await tx`delete from contact_import_changes where contact_id = any(${contactIds})`;
}

/** What they were about goes; amounts, dates and outcomes stay, as the account's books need them. */
async function eraseRecords(tx: SqlTx, contactIds: string[]): Promise<void> {
  const nobody = { title: NOBODY, external_id: null };
  await tx`update deals set ${tx({ ...nobody, lost_reason: null })} where contact_id = any(${contactIds})`;
  await tx`update appointments set ${tx({ ...nobody, location: "" })} where contact_id = any(${contactIds})`;
  await tx`update charges set ${tx({ ...nobody, payment_url: null })} where contact_id = any(${contactIds})`;
}

/** What Maestro wrote to them and found out about them; what was asked of a model is counted still. */
async function eraseMaestro(tx: SqlTx, contactIds: string[]): Promise<void> {
  await tx`
    update drafts set text = '', subject = null, written_text = null, written_subject = null, facts = '[]',
      findings = '[]', vouched = '[]', note = null, remark = null, returned = null, revision = revision + 1
    where contact_id = any(${contactIds})`;
  await tx`
    update ai_calls set output = null, findings = null, detail = '', prompt_hash = ''
    where contact_id = any(${contactIds})`;
  await tx`
    update ai_suggestions set reason = '', refusal = case when status = 'open' then 'gone' else refusal end,
      status = case when status = 'open' then 'expired' else status end
    where contact_id = any(${contactIds})`;
  await tx`delete from notifications where contact_id = any(${contactIds})`;
}

async function eraseIdentity(tx: SqlTx, contactIds: string[], now: Date): Promise<void> {
  await tx`delete from contact_identities where contact_id = any(${contactIds})`;
  await tx`
    update contacts set name = ${NOBODY}, first_name = '', attributes = '{}', tags = '{}', time_zone = null,
      preferred_channel = null, assignee_id = null, deleted_at = coalesce(deleted_at, ${now}), updated_at = ${now}
    where id = any(${contactIds})`;
}
