import { type SqlTx, withAccountSql } from "@/db/client";
import { identityHash } from "@/lib/identity-hash";
import type { Unsubscriber } from "@/lib/unsubscribe-token";
import { applyExits } from "./apply-exits";
import { record } from "./ledger";
import { liftSuppression, suppress } from "./suppress";
import { lockSurvivor } from "./survivor";

type Wish = Unsubscriber & { now: Date };

/**
 * The reader of a mail wants no more of them: the channel's suppression, with the consent log, the ledger and the end of
 * the runs in one transaction. A second time changes nothing. Nobody writes to somebody who was deleted.
 */
export const unsubscribe = ({ accountId, now, ...link }: Wish): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const person = await lockSurvivor(tx, link.contactId);
    if (!person || (await isUnsubscribed(tx, link))) return;
    const { contactId, live } = person;
    const besides = await writtenTo(tx, link.messageId);
    const wish = { accountId, contactId, channel: "email" as const, text: "", actorId: null, besides, now };
    await suppress(tx, { ...wish, reason: "opted_out", source: "link" });
    const because = { code: "unsubscribed_by_link", data: { channel: "email" } };
    await record(
      tx,
      accountId,
      live.map((enrollmentId) => ({ at: now, kind: "opted_out", enrollmentId, contactId, because })),
    );
    await applyExits(tx, { accountId, contactId, now });
  });

/** Takes it back. Runs that ended stay so: whoever is enrolled anew gets mails again. */
export const subscribeAgain = ({ accountId, now, ...link }: Wish): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const person = await lockSurvivor(tx, link.contactId);
    if (!person || !(await isUnsubscribed(tx, link))) return;
    const { contactId, live } = person;
    const besides = await writtenTo(tx, link.messageId);
    const wish = { accountId, contactId, channel: "email" as const, text: "", actorId: null, besides, now };
    await liftSuppression(tx, { ...wish, source: "link" });
    const because = { code: "subscribed_by_link", data: { channel: "email" } };
    await record(
      tx,
      accountId,
      live.map((enrollmentId) => ({ at: now, kind: "opted_in", enrollmentId, contactId, because })),
    );
  });

/** Whether the person who got the mail gets no more; true for somebody who was deleted. */
export async function isUnsubscribed(
  tx: SqlTx,
  { contactId, messageId }: Pick<Wish, "contactId" | "messageId">,
): Promise<boolean> {
  const rows = await tx<{ value: string }[]>`
    with recursive person as (
      select id, merged_into_id, deleted_at from contacts where id = ${contactId}
      union select c.id, c.merged_into_id, c.deleted_at from contacts c join person p on c.id = p.merged_into_id
    )
    select i.value from person p join contact_identities i on i.contact_id = p.id
    where p.merged_into_id is null and p.deleted_at is null and i.kind = 'email'`;
  const besides = await writtenTo(tx, messageId);
  const values = new Set([...rows.map(({ value }) => value), ...(besides ? [besides.value] : [])]);
  const hashes = [...values].map((value) => identityHash("email", value));
  const [free] = await tx`
    select from unnest(${hashes}::text[]) h
    where not exists (
      select from suppressions s
      where s.account_id = (select current_setting('app.account_id')::uuid) and s.identity_hash = h
        and (s.channel is null or s.channel = 'email') and s.reason <> 'bounced' and s.lifted_at is null)`;
  return free === undefined;
}

/** The address that the mail went to, which the contact may have changed since. */
async function writtenTo(tx: SqlTx, messageId: string) {
  const [message] = await tx<{ address: string | null }[]>`
    select address from messages where id = ${messageId} and channel = 'email'`;
  return message?.address ? { kind: "email" as const, value: message.address.toLowerCase() } : null;
}
