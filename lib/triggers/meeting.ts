import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { isUnconditional, type Lookup, matches } from "@/lib/core/conditions";
import { subjectOf } from "@/lib/core/event-variables";
import { NO_CONTACT_LIMITS, type Target } from "@/lib/core/model";
import type { Trigger } from "@/lib/core/model-rules";
import { lookupOf } from "@/lib/core/variables";
import { type AboutContact, aboutContacts } from "@/lib/engine/about-contact";
import { recordKindOf } from "@/lib/engine/record-facts";
import type { Subject } from "@/lib/engine/trigger";
import { type EventData, loadEventData, namesEvent } from "./event-data";
import { stillSo } from "./still-so";

type Happened = {
  trigger: Trigger;
  /** What a run or an action would be about; of a rule, whatever the event is about. */
  target: Target;
  subjects: Subject[];
  now: Date;
};

/**
 * The subjects that meet a trigger, by the same values that texts may name and the event's own. One that names no
 * record, where the trigger asks about records, is answered once for each of the contact's open ones that meets it.
 */
export function meetingTrigger(accountId: AccountId, happened: Happened): Promise<Subject[]> {
  return withAccountSql(accountId, async (tx) => {
    const { trigger, now } = happened;
    const subjects = await stillSo(tx, { trigger, subjects: happened.subjects, now });
    return meetingConditions(tx, { ...happened, subjects });
  });
}

/** What the values of the conditions are read from: the event's record or thread, else what the run is about. */
export function targetOf({ event }: Pick<Trigger, "event">, target: Target): Target {
  const subject = subjectOf(event);
  return subject === "any" || subject === "contact" ? target : subject;
}

/** The subjects that meet the conditions alone, whatever has become of what they wait for. */
export async function meetingConditions(
  tx: SqlTx,
  { trigger, target, subjects, now }: Happened,
): Promise<Subject[]> {
  if (isUnconditional(trigger) || subjects.length === 0) return subjects;
  const about = targetOf(trigger, target);
  const abouts = await loadAbouts(tx, { about, subjects, now });
  const data = namesEvent(trigger)
    ? await loadEventData(
        tx,
        trigger.event,
        subjects.flatMap(({ eventId }) => eventId ?? []),
      )
    : new Map<string, EventData>();
  return subjects.flatMap((subject) => {
    const ofEvent = (subject.eventId && data.get(subject.eventId)) || {};
    const met = (abouts.get(subject.contactId) ?? []).filter(
      (one) => isAbout(one, subject) && matches(trigger, lookupWith(one, ofEvent), one.settings.timeZone),
    );
    const [first] = met;
    if (!first || subject.recordId || !recordKindOf(about)) return first ? [subject] : [];
    return met.map(({ record }) => ({ ...subject, ...(record && { recordId: record.id }) }));
  });
}

/** By contact. */
async function loadAbouts(
  tx: SqlTx,
  { about, subjects, now }: { about: Target; subjects: Subject[]; now: Date },
): Promise<Map<string, AboutContact[]>> {
  const contactIds = [...new Set(subjects.map(({ contactId }) => contactId))];
  const aboutIds = subjects.flatMap((subject) => aboutIdOf(subject, about) ?? []);
  const snapshot = { target: about, goal: null, limits: NO_CONTACT_LIMITS, steps: [] };
  const wish = { contactIds, snapshot, now, ...(aboutIds.length > 0 && { aboutIds }) };
  const found = new Map<string, AboutContact[]>();
  for (const one of await aboutContacts(tx, wish)) {
    found.set(one.contact.id, [...(found.get(one.contact.id) ?? []), one]);
  }
  return found;
}

/** What a run with this target, or a value that a condition names, is about. */
export function aboutIdOf({ recordId, conversationId }: Subject, target: Target): string | undefined {
  if (target === "conversation") return conversationId;
  return recordKindOf(target) ? recordId : undefined;
}

function isAbout({ record, conversation }: AboutContact, subject: Subject): boolean {
  if (record && subject.recordId) return record.id === subject.recordId;
  if (conversation && subject.conversationId) return conversation.id === subject.conversationId;
  return true;
}

function lookupWith(about: AboutContact, ofEvent: EventData): Lookup {
  const lookup = lookupOf({ ...about, agent: null });
  return (variable) => {
    if (!variable.startsWith("event.")) return lookup(variable);
    const key = variable.slice("event.".length);
    return Object.hasOwn(ofEvent, key) ? ofEvent[key] : undefined;
  };
}
