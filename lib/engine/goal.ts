import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { TRIGGER_EVENTS } from "@/lib/core/model-rules";
import { AppError } from "@/lib/errors";
import { exitRuns } from "./apply-exits";
import { recordConversions } from "./conversions";
import { lockRuns } from "./snapshot";
import { lockSurvivor } from "./survivor";
import { announce } from "./trigger";

export type ContactEvent = {
  contactId: string;
  /** The name of a trigger, such as `charge.paid`, or the account's own: lower-case words and dots. */
  name: string;
  /** The deal, appointment or charge that it is about: of the runs about records it counts for those of this one alone. */
  recordId?: string;
  conversationId?: string;
  /** The sender's id of the event: the same one again changes nothing. */
  dedupeKey: string;
  data: Record<string, string | number | boolean | null>;
  now: Date;
};

type Followed = { ended: string[] };

/** Records an event of a contact and what follows from it. Throws `not_found` for an unknown contact. */
export const recordContactEvent = (accountId: AccountId, event: ContactEvent): Promise<Followed> =>
  withAccountSql(accountId, (tx) => contactEventHappened(tx, accountId, event));

/**
 * Writes an event into the account's log, once, in the transaction of the fact: triggers are told, runs whose goal it is
 * (or that the fact ends otherwise) end, and conversions are counted. What happened to a contact that was merged happened
 * to the one it lives on in. Locks the contact's live runs first, then the contact. Answers the runs that it ended.
 */
export async function contactEventHappened(
  tx: SqlTx,
  accountId: AccountId,
  event: ContactEvent,
): Promise<Followed> {
  const { recordId, conversationId, name, dedupeKey, data, now } = event;
  const locked = await lockSurvivor(tx, event.contactId);
  if (!locked) throw new AppError("not_found");
  const { contactId, live } = locked;
  const [inserted] = await tx<{ id: string }[]>`
    insert into contact_events (account_id, contact_id, name, record_id, conversation_id, dedupe_key, data, at)
    values (${accountId}, ${contactId}, ${name}, ${recordId ?? null}, ${conversationId ?? null}, ${dedupeKey},
      ${tx.json(data)}, ${now})
    on conflict (account_id, dedupe_key) do nothing returning id`;
  if (!inserted) return { ended: [] };
  const about = { ...(recordId && { recordId }), ...(conversationId && { conversationId }) };
  await announce(tx, accountId, {
    ...announcedAs(name),
    key: dedupeKey,
    subjects: [{ contactId, ...about, eventId: inserted.id }],
  });
  const runs = await lockRuns(tx, live);
  const goal = { id: inserted.id, name, recordId: recordId ?? null, at: now, data };
  await recordConversions(tx, accountId, { event: goal, contactId, runs });
  return { ended: await exitRuns(tx, runs, { accountId, contactId, now }) };
}

/** Whatever is no trigger of its own is the account's own event, by its name. */
function announcedAs(name: string) {
  const event = TRIGGER_EVENTS.find((one) => one === name && one !== "custom");
  return event ? { event } : { event: "custom" as const, name };
}
