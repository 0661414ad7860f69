import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { triggerHappened } from "@/inngest/events";
import type { TriggerEvent } from "@/lib/core/model-rules";
import { causeOf } from "./cause";

/** Whom something happened to: the contact, and the record or thread that it was about. */
export type Subject = {
  contactId: string;
  recordId?: string;
  conversationId?: string;
  /** Where the event's own data stand: the row of the account's event log, or the message. */
  eventId?: string;
};

type Happening = {
  event: TriggerEvent;
  /** Of a custom event. */
  name?: string;
  /** Names what happened, once and for all: told twice it starts nothing twice. */
  key: string;
  subjects: Subject[];
};

/** Subjects in one event: what one transaction of enrolling takes. */
export const SUBJECTS_AT_ONCE = 500;

/**
 * Tells, in the transaction of the fact, what sequences and rules may be started by. Who meets their conditions is
 * judged afterwards, so the fact never waits for it; where nothing listens, it costs one look at an index.
 */
export async function announce(tx: SqlTx, accountId: string, happening: Happening): Promise<void> {
  const { event, name = "" } = happening;
  const chunks = chunksOf(accountId, happening);
  if (chunks.length === 0) return;
  const told = await tx`
    insert into outbox (event_id, name, data)
    select c->>'id', ${triggerHappened.name}, c->'data' from jsonb_array_elements(${tx.json(chunks)}) c
    where exists (
      select from triggers where account_id = ${accountId} and event = ${event} and name = ${name}
        and checked_until is null)`;
  if (told.count > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
}

function chunksOf(accountId: string, { event, name = "", key, subjects }: Happening) {
  const causedBy = [...causeOf()];
  return Array.from({ length: Math.ceil(subjects.length / SUBJECTS_AT_ONCE) }, (_, index) => ({
    id: `trigger:${event}:${key}:${index}`,
    data: {
      ...{ accountId, event, name, causedBy },
      key: `${key}:${index}`,
      subjects: subjects.slice(index * SUBJECTS_AT_ONCE, (index + 1) * SUBJECTS_AT_ONCE),
    },
  }));
}
