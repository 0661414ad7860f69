import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { IdentityKind } from "@/lib/core/model";
import { identityHash } from "@/lib/identity-hash";
import { storable } from "./storable";

export type Identity = { kind: IdentityKind; value: string };

/**
 * More names of a contact, in one order for all, so that two events about one person do not wait for each other in a
 * circle. The newest of a kind is the one in use. One that another contact has stays there. Whoever has opted out has
 * done so under the new names too.
 */
export async function nameContact(
  tx: SqlTx,
  accountId: AccountId,
  { contactId, identities, now }: { contactId: string; identities: Identity[]; now: Date },
): Promise<void> {
  if (identities.length === 0) return;
  const wanted = identities.map(({ kind, value }) => ({ kind, value: storable(value, 500) }));
  const before = await tx<Identity[]>`
    select kind, value from contact_identities where contact_id = ${contactId}`;
  const added = wanted.filter((one) => !before.some((each) => isSame(each, one)));
  if (added.length === 0) return;
  await tx`
    insert into contact_identities (account_id, contact_id, kind, value)
    select ${accountId}, ${contactId}, r.kind, r.value
    from jsonb_to_recordset(${JSON.stringify(added)}::text::jsonb) as r(kind identity_kind, value text)
    order by r.kind, r.value on conflict (account_id, kind, value) do nothing`;
  await carryOptOuts(tx, { from: [...before], to: added, now });
}

/** What the person does not want under one name they do not want under another. A bounce is of its address alone. */
export async function carryOptOuts(
  tx: SqlTx,
  { from, to, now }: { from: Identity[]; to: Identity[]; now: Date },
): Promise<void> {
  if (from.length === 0 || to.length === 0) return;
  const hashes = (list: Identity[]) => list.map(({ kind, value }) => identityHash(kind, value));
  await tx`
    insert into suppressions (account_id, identity_hash, channel, reason, created_at)
    select distinct on (h, s.channel) s.account_id, h, s.channel, s.reason, ${now}::timestamptz
    from suppressions s cross join unnest(${hashes(to)}::text[]) h
    where s.identity_hash = any(${hashes(from)}) and s.lifted_at is null and s.reason <> 'bounced'
    on conflict (account_id, identity_hash, channel, lifted_at) do nothing`;
}

const isSame = (a: Identity, b: Identity) => a.kind === b.kind && a.value === b.value;
