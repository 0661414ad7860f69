import type { SqlTx } from "@/db/client";
import { DAY_MS } from "@/lib/core/zone";
import { findOwnMail, type OwnMail } from "./answered";
import { applyExits } from "./apply-exits";
import { record } from "./ledger";
import type { Inbound } from "./receive";
import { storable } from "./storable";
import { isOutdatedWish, suppress } from "./suppress";
import { lockSurvivor } from "./survivor";
import { isUnsubscribed } from "./unsubscribe";

/** A notice that names no mail of ours counts only for what was sent to its address lately: anybody can write one. */
const LATELY_MS = 14 * DAY_MS;

/**
 * A mail came back, is late, or was reported as unwanted. Notices come late, twice, and about mails that nobody here
 * sent: only the first that changes the record of a mail has an effect.
 */
export async function receiveBounce(tx: SqlTx, inbound: Inbound<"bounce">): Promise<void> {
  const mail = await findBounced(tx, inbound);
  const person = mail && (await lockSurvivor(tx, mail.contactId));
  if (!mail || !person) return;
  const about = { ...inbound, mail, contactId: person.contactId, live: person.live };
  if (inbound.event.isComplaint) return complained(tx, about);
  const { isPermanent, isFinal = isPermanent } = inbound.event;
  return isFinal || isPermanent ? cameBack(tx, about) : isLate(tx, about);
}

type About = Inbound<"bounce"> & { mail: OwnMail; contactId: string; live: string[] };

async function findBounced(tx: SqlTx, { event }: Inbound<"bounce">): Promise<OwnMail | undefined> {
  const { messageId, providerId, references = [], address, at } = event;
  const providerIds = [...(providerId ? [providerId] : []), ...references];
  const named = await findOwnMail(tx, { messageId, providerIds });
  if (named || address?.kind !== "email") return named;
  const [latest] = await tx<OwnMail[]>`
    select m.id, m.contact_id as "contactId", m.conversation_id as "conversationId", m.inbox_id as "inboxId", m.address,
      m.enrollment_id as "enrollmentId", m.step_id as "stepId"
    from contact_identities i join conversations t on t.contact_id = i.contact_id
      join messages m on m.conversation_id = t.id
    where i.account_id = (select current_setting('app.account_id')::uuid) and i.kind = 'email'
      and i.value = ${address.value} and m.channel = 'email' and lower(m.address) = i.value
      and m.sent_at > ${new Date(at.getTime() - LATELY_MS)} and m.status = 'sent'
    order by m.sent_at desc limit 1`;
  return latest;
}

/** The reader wants none: the same suppression as by their own word, with the provider as its source. */
async function complained(tx: SqlTx, about: About): Promise<void> {
  const { accountId, contactId, event, mail, live, now, inboundEventId } = about;
  const { at } = event;
  if (await isUnsubscribed(tx, { contactId, messageId: mail.id })) return;
  if (await isOutdatedWish(tx, { contactId, channel: "email", at })) return;
  const text = storable(`complaint: ${event.code}`, 500);
  const besides = mail.address ? { kind: "email" as const, value: mail.address.toLowerCase() } : null;
  const wish = { accountId, contactId, channel: "email" as const, besides, text, actorId: null, now: at };
  await suppress(tx, { ...wish, reason: "opted_out", source: "provider" });
  const because = { code: "complained", data: { channel: "email", detail: event.code } };
  await record(
    tx,
    accountId,
    live.map((enrollmentId) => ({ at, kind: "opted_out", enrollmentId, contactId, inboundEventId, because })),
  );
  await applyExits(tx, { accountId, contactId, now });
}

/** The mail did not arrive; an address that takes none is suppressed, and none of the contact's others. */
async function cameBack(tx: SqlTx, about: About): Promise<void> {
  const { accountId, contactId, event, mail, now } = about;
  const text = storable(`${event.code}: ${event.detail}`, 500);
  const failed = { status: "failed", error_code: storable(event.code, 100), error_detail: text };
  const changed = mail.enrollmentId
    ? await tx`
        update messages set ${tx(failed)} where enrollment_id = ${mail.enrollmentId} and id = ${mail.id}
          and status in ('claimed', 'unknown', 'sent') returning id`
    : await tx`
        update conversation_messages set ${tx(failed)}
        where id = ${mail.id} and status in ('claimed', 'unknown', 'sent') returning id`;
  if (changed.length === 0) return;
  await tell(tx, about, "failed", "bounced");
  const address = mail.address ?? event.address?.value;
  if (!event.isPermanent || !address) return;
  const only = { kind: "email" as const, value: address.toLowerCase() };
  const wish = { accountId, contactId, channel: "email" as const, only, text, actorId: null, now };
  await suppress(tx, { ...wish, reason: "bounced", source: "provider" });
  await applyExits(tx, { accountId, contactId, now });
}

/** It may still arrive, or did not for a reason that passes: noted beside the mail. */
async function isLate(tx: SqlTx, about: About): Promise<void> {
  const { event, mail } = about;
  const noted = { error_code: storable(event.code, 100), error_detail: storable(event.detail, 500) };
  if (!mail.enrollmentId) return;
  const changed = await tx`
    update messages set ${tx(noted)} where enrollment_id = ${mail.enrollmentId} and id = ${mail.id}
      and status = 'sent' and error_code is distinct from ${noted.error_code} returning id`;
  if (changed.length > 0) await tell(tx, about, "retrying", "delivery_delayed");
}

async function tell(tx: SqlTx, about: About, kind: "failed" | "retrying", code: string): Promise<void> {
  const { accountId, contactId, event, mail, inboundEventId } = about;
  if (!mail.enrollmentId) return;
  const detail = storable(`${event.detail} (${event.code})`, 300);
  await record(tx, accountId, [
    {
      ...{ at: event.at, kind, contactId, enrollmentId: mail.enrollmentId, stepId: mail.stepId },
      ...{ messageId: mail.id, inboundEventId, because: { code, data: { channel: "email", detail } } },
    },
  ]);
}
