import type { SqlTx } from "@/db/client";
import { lockLiveRuns } from "./apply-exits";

/** More merges of one person than anybody makes; keeps a circle, which no merge leaves behind, from running on. */
const MOST_MERGES = 100;

/** The contact that this one lives on in: itself, or the last one that it was merged into. Null for an unknown one. */
export async function survivorOf(tx: SqlTx, contactId: string): Promise<string | null> {
  let id = contactId;
  for (let merges = 0; merges < MOST_MERGES; merges++) {
    const [contact] = await tx<{ merged_into_id: string | null }[]>`
      select merged_into_id from contacts where id = ${id}`;
    if (!contact) return null;
    if (contact.merged_into_id === null) return id;
    id = contact.merged_into_id;
  }
  return null;
}

/**
 * Locks the contact that this one lives on in, its live runs first, so that no merge comes in between. Null for an
 * unknown or deleted contact. Threads and records that are wanted too are locked before.
 */
export async function lockSurvivor(
  tx: SqlTx,
  contactId: string,
): Promise<{ contactId: string; live: string[] } | null> {
  let id: string | null = contactId;
  while (id !== null) {
    const live = await lockLiveRuns(tx, id);
    const [contact] = await tx<{ is_merged: boolean; is_deleted: boolean }[]>`
      select merged_into_id is not null as is_merged, deleted_at is not null as is_deleted
      from contacts where id = ${id} for no key update`;
    if (!contact) return null;
    if (!contact.is_merged) return contact.is_deleted ? null : { contactId: id, live };
    id = await survivorOf(tx, id);
  }
  return null;
}
