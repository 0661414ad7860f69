import { randomUUID } from "node:crypto";
import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { contactEventHappened } from "@/lib/engine/goal";

/** What may change about a contact, by the names that texts use, as texts that can be compared. */
type Keys = Record<string, string>;

export async function readKeys(tx: SqlTx, contactId: string): Promise<Keys> {
  const [row] = await tx<{ keys: Record<string, unknown>; attributes: Record<string, unknown> }[]>`
    select jsonb_build_object('name', c.name, 'first_name', c.first_name, 'time_zone', c.time_zone,
        'preferred_channel', c.preferred_channel, 'assignee', c.assignee_id,
        'phone', ${valuesOf(tx, "phone")}, 'email', ${valuesOf(tx, "email")}) as keys, c.attributes
    from contacts c where c.id = ${contactId}`;
  const all = { ...row?.attributes, ...row?.keys };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, JSON.stringify(value)]));
}

const valuesOf = (tx: SqlTx, kind: "phone" | "email") => tx`(
  select jsonb_agg(i.value order by i.id desc) from contact_identities i where i.contact_id = c.id and i.kind = ${kind})`;

type Change = { contactId: string; before: Keys; now: Date };

/** Tells `contact.updated` with the names of what changed, parted by commas; nothing where nothing did. */
export async function tellChanges(tx: SqlTx, accountId: AccountId, { contactId, before, now }: Change) {
  const after = await readKeys(tx, contactId);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => before[name] !== after[name]).sort();
  if (changed.length === 0) return;
  await contactEventHappened(tx, accountId, {
    contactId,
    name: "contact.updated",
    dedupeKey: `contact.updated:${randomUUID()}`,
    data: { changed: changed.join(",") },
    now,
  });
}
