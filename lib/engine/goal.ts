import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { applyExits, lockLiveRuns } from "./apply-exits";
import { record } from "./ledger";
import { announce } from "./trigger";

type ContactEvent = {
  contactId: string;
  /** Lower-case words and dots, such as `paid`. */
  name: string;
  /** The deal, appointment or charge that it is about: of the runs about records it counts for those of this one alone. */
  recordId?: string;
  /** The sender's id of the event: the same one again changes nothing. */
  dedupeKey: string;
  data: Record<string, string | number | boolean | null>;
  now: Date;
};

/** Records an event of a contact and ends the runs whose goal it is. Throws `not_found` for an unknown contact. */
export const recordContactEvent = (accountId: AccountId, event: ContactEvent): Promise<{ ended: string[] }> =>
  withAccountSql(accountId, (tx) => contactEventHappened(tx, accountId, event));

/** The same inside the transaction of the fact that the event is about. Locks the contact's live runs first. */
export async function contactEventHappened(
  tx: SqlTx,
  accountId: AccountId,
  event: ContactEvent,
): Promise<{ ended: string[] }> {
  const { contactId, recordId, name, dedupeKey, data, now } = event;
  const [contact] = await tx`select id from contacts where id = ${contactId} and deleted_at is null`;
  if (!contact) throw new AppError("not_found");
  const live = await lockLiveRuns(tx, contactId);
  const inserted = await tx`
    insert into contact_events (account_id, contact_id, name, record_id, dedupe_key, data, at)
    values (${accountId}, ${contactId}, ${name}, ${recordId ?? null}, ${dedupeKey}, ${tx.json(data)}, ${now})
    on conflict (account_id, dedupe_key) do nothing returning id`;
  if (inserted.length === 0) return { ended: [] };
  const subjects = [{ contactId, ...(recordId && { recordId }) }];
  await announce(tx, accountId, { event: "custom", name, key: dedupeKey, subjects });
  const ended = await applyExits(tx, { accountId, contactId, now });
  const because = { code: "event", data: { event: name } };
  await record(
    tx,
    accountId,
    ended.map((enrollmentId) => ({
      at: now,
      kind: "goal_reached" as const,
      enrollmentId,
      contactId,
      because,
    })),
  );
  return { ended: live.filter((id) => ended.includes(id)) };
}
