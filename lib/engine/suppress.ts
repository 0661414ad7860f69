import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Channel, CONSENT_SOURCES, IdentityKind } from "@/lib/core/model";
import { identityHash } from "@/lib/identity-hash";

type Wish = {
  accountId: AccountId;
  contactId: string;
  /** null: every channel. */
  channel: Channel | null;
  source: (typeof CONSENT_SOURCES)[number];
  /** What the person or the provider said. */
  text: string;
  actorId: string | null;
  now: Date;
};

type Address = { kind: IdentityKind; value: string };

/**
 * Nobody messages this contact on the channel from now on. Kept by the hash of each identity, so that it survives
 * deletion and re-import, with a line in the consent log. Ending the runs is `applyExits`. `only` is one address that is
 * meant, whatever others the contact has; `besides` is one that the contact may no longer have.
 */
export async function suppress(
  tx: SqlTx,
  wish: Wish & { reason: "opted_out" | "bounced" | "person"; only?: Address; besides?: Address | null },
): Promise<void> {
  const { accountId, contactId, channel, reason, only, besides, now } = wish;
  const hashes = only ? [hashOf(only)] : await identityHashes(tx, contactId, channel, besides);
  await tx`
    insert into suppressions (account_id, identity_hash, channel, reason, created_at)
    select ${accountId}, h, ${channel}, ${reason}, ${now} from unnest(${hashes}::text[]) h
    on conflict (account_id, identity_hash, channel, lifted_at) do update
      set reason = excluded.reason, created_at = excluded.created_at
      where suppressions.reason = 'bounced' and excluded.reason <> 'bounced'`;
  // A bounce says nothing about the person's wish.
  if (reason !== "bounced") await writeConsents(tx, hashes, { ...wish, action: "opt_out" });
}

/** The contact may be messaged on the channel again (null: on every channel). */
export async function liftSuppression(tx: SqlTx, wish: Wish & { besides?: Address | null }): Promise<void> {
  const { contactId, channel, besides, now } = wish;
  const hashes = await identityHashes(tx, contactId, channel, besides);
  await tx`
    update suppressions set lifted_at = ${now}
    where account_id = ${wish.accountId} and identity_hash = any(${hashes}) and lifted_at is null
      and (${channel}::channel is null or channel is null or channel = ${channel})`;
  await writeConsents(tx, hashes, { ...wish, action: "opt_in" });
}

/**
 * Whether the contact has said something about this channel since: deliveries come late and twice, and an old wish must
 * not undo a newer one. Call it under the lock of the contact's runs.
 */
export async function isOutdatedWish(
  tx: SqlTx,
  { contactId, channel, at }: { contactId: string; channel: Channel; at: Date },
): Promise<boolean> {
  const [newer] = await tx`
    select from consents
    where contact_id = ${contactId} and (channel is null or channel = ${channel}) and source in ('provider', 'link')
      and at > ${at}
    union all
    select from conversation_messages m join inboxes i on i.id = m.inbox_id
    where m.contact_id = ${contactId} and i.channel = ${channel} and m.meaning in ('opt_out', 'opt_in')
      and m.at > ${at} limit 1`;
  return newer !== undefined;
}

const KINDS: Record<Channel, IdentityKind[]> = {
  whatsapp: ["whatsapp", "phone"],
  sms: ["phone"],
  email: ["email"],
};

const hashOf = ({ kind, value }: Address) => identityHash(kind, value);

async function identityHashes(
  tx: SqlTx,
  contactId: string,
  channel: Channel | null,
  besides?: Address | null,
): Promise<string[]> {
  const rows = await tx<Address[]>`
    select kind, value from contact_identities where contact_id = ${contactId}`;
  const own = rows.filter(({ kind }) => channel === null || KINDS[channel].includes(kind));
  return [...new Set([...own, ...(besides ? [besides] : [])].map(hashOf))];
}

async function writeConsents(
  tx: SqlTx,
  hashes: string[],
  wish: Wish & { action: "opt_out" | "opt_in" },
): Promise<void> {
  const { accountId, contactId, channel, action, source, text, actorId, now } = wish;
  await tx`
    insert into consents (account_id, contact_id, identity_hash, channel, action, source, text, actor_id, at)
    select ${accountId}, ${contactId}, h, ${channel}, ${action}, ${source}, ${text}, ${actorId}, ${now}
    from unnest(${hashes}::text[]) h`;
}
