import { randomUUID } from "node:crypto";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { contactEventHappened } from "@/lib/engine/goal";
import { lockContacts } from "./lock";

/** One transaction each, so that no contact's runs are locked for long. */
const CHUNK = 200;

type Told = { name: "contact.tagged" | "contact.updated"; data: Record<string, string>; now: Date };

/**
 * Changes contacts chunk by chunk and tells of each that `change` answers. Contacts that are unknown, deleted or of
 * another account are left out. Answers those that changed.
 */
export async function changeContacts(
  accountId: AccountId,
  contactIds: string[],
  {
    change,
    told,
  }: { change: (tx: SqlTx, ids: string[]) => PromiseLike<readonly { id: string }[]>; told: Told },
): Promise<{ changed: string[] }> {
  const changed: string[] = [];
  // In one order, so that two who change the same contacts at once cannot wait for each other.
  const ids = [...new Set(contactIds)].sort();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows = await withAccountSql(accountId, async (tx) => {
      const changed = await change(tx, await lockContacts(tx, ids.slice(from, from + CHUNK)));
      for (const { id: contactId } of changed) {
        const dedupeKey = `${told.name}:${randomUUID()}`;
        await contactEventHappened(tx, accountId, { contactId, dedupeKey, ...told });
      }
      return changed;
    });
    changed.push(...rows.map((row) => row.id));
  }
  return { changed };
}
