import { randomUUID } from "node:crypto";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { contactEventHappened } from "@/lib/engine/goal";
import { AppError } from "@/lib/errors";
import { lockContacts } from "./lock";
import { tagSchema } from "./schema";

type TagAct = { contactIds: string[]; tag: string; actorId: string | null; now: Date };
type Tagged = { changed: string[] };

/** One transaction each, so that no contact's runs are locked for long. */
const CHUNK = 200;

/**
 * Gives these contacts a tag and tells `contact.tagged` of each that did not have it, whatever its case. Unknown,
 * deleted and foreign contacts are left alone. Throws AppError `invalid` for a tag that is blank or too long.
 */
export const addTag = (accountId: AccountId, act: TagAct): Promise<Tagged> =>
  inChunks(accountId, act, async (tx, { ids, tag }) => {
    const rows = await tx<{ id: string }[]>`
      update contacts c set tags = c.tags || ${tag}::text
      where id = any(${ids}) and not ${hasTag(tx, tag)} returning id`;
    await tell(tx, accountId, rows, { name: "contact.tagged", data: { tag }, now: act.now });
    return rows;
  });

/** Takes a tag from these contacts and tells `contact.updated` of each that had it. Throws as `addTag`. */
export const removeTag = (accountId: AccountId, act: TagAct): Promise<Tagged> =>
  inChunks(accountId, act, async (tx, { ids, tag }) => {
    const rows = await tx<{ id: string }[]>`
      update contacts c set tags = array(select t from unnest(c.tags) with ordinality u(t, place)
        where lower(t) <> lower(${tag}) order by place)
      where id = any(${ids}) and ${hasTag(tx, tag)} returning id`;
    await tell(tx, accountId, rows, {
      name: "contact.updated",
      data: { changed: "tags", tag },
      now: act.now,
    });
    return rows;
  });

const hasTag = (tx: SqlTx, tag: string) =>
  tx`exists (select from unnest(c.tags) t where lower(t) = lower(${tag}))`;

type Change = (tx: SqlTx, of: { ids: string[]; tag: string }) => Promise<readonly { id: string }[]>;

async function inChunks(accountId: AccountId, { contactIds, tag }: TagAct, change: Change): Promise<Tagged> {
  const parsed = tagSchema.safeParse(tag);
  if (!parsed.success) throw new AppError("invalid", "tag_invalid");
  const changed: string[] = [];
  // In one order, so that two who tag the same contacts at once cannot wait for each other.
  const ids = [...new Set(contactIds)].sort();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows = await withAccountSql(accountId, async (tx) => {
      const locked = await lockContacts(tx, ids.slice(from, from + CHUNK));
      return change(tx, { ids: locked, tag: parsed.data });
    });
    changed.push(...rows.map((row) => row.id));
  }
  return { changed };
}

type Told = { name: string; data: Record<string, string>; now: Date };

async function tell(tx: SqlTx, accountId: AccountId, rows: readonly { id: string }[], told: Told) {
  for (const { id: contactId } of rows) {
    const dedupeKey = `${told.name}:${randomUUID()}`;
    await contactEventHappened(tx, accountId, { contactId, dedupeKey, ...told });
  }
}
