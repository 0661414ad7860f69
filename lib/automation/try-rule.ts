import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { isUnconditional } from "@/lib/core/conditions";
import type { RuleAction, Trigger } from "@/lib/core/model-rules";
import { DAY_MS } from "@/lib/core/zone";
import { isClockTrigger } from "@/lib/engine/clock-still";
import { loadAccount } from "@/lib/engine/snapshot";
import type { Subject } from "@/lib/engine/trigger";
import { meetingConditions } from "@/lib/triggers/meeting";
import { pastEvents } from "@/lib/triggers/past-events";
import { pastLines } from "@/lib/triggers/past-lines";
import { HISTORY_DAYS } from "@/lib/triggers/schema";
import type { RunSubject } from "./about";
import { passTrigger, passWritten } from "./context";
import { foreseeActions } from "./perform";
import type { Foreseen, RuleTest } from "./schema";

/** So many of the newest events are judged, as the engine judges them; then it says that there may be more. */
const MOST_JUDGED = 3_000;
const SHOWN = 50;

type Past = Subject & { at: Date };

/**
 * What happened in the last thirty days that a rule with this trigger would have been followed for, judged by the values
 * of today; the newest of it with names. Throws `invalid` for a trigger that is not whole.
 */
export function testRule(accountId: AccountId, asked: { trigger: Trigger; now: Date }): Promise<RuleTest> {
  const trigger = passTrigger(asked.trigger);
  return withAccountSql(accountId, async (tx) => {
    const past = await readPast(tx, accountId, { trigger, now: asked.now });
    const looked = past.slice(0, MOST_JUDGED);
    const met = await meeting(tx, looked, { trigger, now: asked.now });
    return {
      count: met.length,
      isMore: past.length > MOST_JUDGED,
      events: await named(tx, met.slice(0, SHOWN)),
    };
  });
}

async function readPast(
  tx: SqlTx,
  accountId: AccountId,
  { trigger, now }: { trigger: Trigger; now: Date },
): Promise<Past[]> {
  const asked = { accountId, since: new Date(now.getTime() - HISTORY_DAYS * DAY_MS), now };
  const happened = isClockTrigger(trigger)
    ? pastLines(tx, { ...asked, trigger, settings: (await loadAccount(tx)).settings })
    : pastEvents(tx, { ...asked, trigger });
  const rows = await tx<
    { contact: string; record: string | null; thread: string | null; event: string | null; at: Date }[]
  >`
    select h.contact_id as contact, h.record_id as record, h.conversation_id as thread, h.event_id as event, h.at
    from (${happened}) h join contacts c on c.id = h.contact_id and c.deleted_at is null
    order by h.at desc, h.event_id limit ${MOST_JUDGED + 1}`;
  return rows.map(({ contact, record, thread, event, at }) => ({
    ...{ contactId: contact, at },
    ...(record && { recordId: record }),
    ...(thread && { conversationId: thread }),
    ...(event && { eventId: event }),
  }));
}

/** Newest first. */
async function meeting(
  tx: SqlTx,
  past: Past[],
  { trigger, now }: { trigger: Trigger; now: Date },
): Promise<Past[]> {
  if (isUnconditional(trigger)) return past;
  // What is met keeps what it was asked with, and with it the moment.
  const met = await meetingConditions(tx, { trigger, target: "contact", subjects: past, now });
  return (met as Past[]).toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

async function named(tx: SqlTx, past: Past[]): Promise<RuleTest["events"]> {
  const ids = [...new Set(past.map(({ contactId }) => contactId))];
  const people = await tx<{ id: string; name: string }[]>`
    select id, name from contacts where id = any(${ids})`;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return past.map(({ contactId, recordId = null, conversationId = null, at }, index) => ({
    ...{ key: String(index), at: at.toISOString(), contactId, contactName: nameOf.get(contactId) ?? "" },
    ...{ recordId, conversationId },
  }));
}

type Draft = { trigger: Trigger; actions: RuleAction[]; subject: RunSubject; now: Date };

/** What each action of a draft would do for this subject now, without doing it. Throws `invalid` as `passWritten`. */
export async function foreseeRule(
  accountId: AccountId,
  { subject, now, ...draft }: Draft,
): Promise<Foreseen[]> {
  const { trigger, actions } = await passWritten(accountId, {
    trigger: draft.trigger,
    actions: draft.actions,
  });
  const event = trigger.name ?? trigger.event;
  return foreseeActions(actions, { accountId, subject, event, method: "automation", actorId: null, now });
}
