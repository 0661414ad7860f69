import { type SqlTx, withAccountSql } from "@/db/client";
import { survivorOf } from "@/lib/engine/survivor";
import { isUnsubscribed } from "@/lib/engine/unsubscribe";
import { readUnsubscribeToken } from "@/lib/unsubscribe-token";

/** What the page behind a link says: who writes to whom, and whether they may. */
export type UnsubscribeLink = {
  accountName: string;
  /** Name and address that the mail came from. */
  sender: string;
  /** Of the reader, mostly hidden: mails are passed on. Null for somebody who was deleted. */
  address: string | null;
  /** The language that the account writes in. */
  locale: string;
  isUnsubscribed: boolean;
};

/** Null for a link that was not made here. */
export async function unsubscribeLink(token: string): Promise<UnsubscribeLink | null> {
  const who = readUnsubscribeToken(token);
  if (!who) return null;
  return withAccountSql(who.accountId, async (tx) => {
    const [account] = await tx<{ name: string; locale: string | null }[]>`
      select a.name, s.settings->>'locale' as locale
      from accounts a left join module_settings s on s.account_id = a.id where a.id = ${who.accountId}`;
    if (!account) return null;
    const mail = await readMail(tx, who.messageId);
    const address = mail?.address ?? (await ownAddress(tx, who.contactId));
    return {
      accountName: account.name,
      sender: mail?.sender || account.name,
      address: address && hidden(address),
      locale: account.locale ?? "en",
      isUnsubscribed: await isUnsubscribed(tx, who),
    };
  });
}

async function readMail(tx: SqlTx, messageId: string) {
  const [mail] = await tx<{ address: string | null; sender: string | null }[]>`
    select m.address, coalesce(nullif(i.config->>'fromName', ''), i.config->>'fromAddress') as sender
    from messages m left join inboxes i on i.id = m.inbox_id where m.id = ${messageId}`;
  return mail;
}

/** Where no mail is on record any more: what the person has now. */
async function ownAddress(tx: SqlTx, contactId: string): Promise<string | null> {
  const [identity] = await tx<{ value: string }[]>`
    select value from contact_identities
    where contact_id = ${await survivorOf(tx, contactId)} and kind = 'email' order by id desc limit 1`;
  return identity?.value ?? null;
}

/** `ana@example.com` as `a•••@example.com`. */
const hidden = (address: string): string => address.replace(/^(.).*(?=@)/, "$1•••");
