import type { SqlTx } from "@/db/client";
import type { GoalEvent } from "@/lib/core/facts";
import type { SequenceSnapshot } from "@/lib/core/model";
import type { ContactSide } from "./contact-facts";
import type { RunRow } from "./run";

/** Events with what they say, latest first, by the contact and their name. */
type GoalEvents = Map<string, GoalEvent[]>;

/** More events of one goal than a person has; those before them were judged when they came. */
const MOST_EVENTS = 1_000;

/** What events say is read only where a goal asks for it and something of its name has happened to the contact. */
export async function loadGoalEvents(
  tx: SqlTx,
  rows: RunRow[],
  snapshotOf: (row: RunRow) => SequenceSnapshot,
  sides: Map<string, ContactSide>,
): Promise<GoalEvents> {
  const found: GoalEvents = new Map();
  const asking = rows.filter((row) => {
    const { goal } = snapshotOf(row);
    const events = sides.get(row.contact_id)?.events ?? [];
    return hasConditions(goal) && events.some((one) => one.name === goal?.event && one.at > row.enrolled_at);
  });
  if (asking.length === 0) return found;
  const since = new Date(Math.min(...asking.map((row) => row.enrolled_at.getTime())));
  const events = await tx<(GoalEvent & { contactId: string })[]>`
    select contact_id as "contactId", name, record_id as "recordId", at, data from contact_events
    where account_id = (select current_setting('app.account_id')::uuid)
      and contact_id = any(${asking.map((row) => row.contact_id)})
      and name = any(${asking.flatMap((row) => snapshotOf(row).goal?.event ?? [])}) and at > ${since}
    order by at desc limit ${MOST_EVENTS}`;
  for (const { contactId, ...event } of events) {
    const key = `${contactId} ${event.name}`;
    found.set(key, [...(found.get(key) ?? []), event]);
  }
  return found;
}

/** What may be the goal of a run of this snapshot, latest first. */
export function goalEventsOf({ goal }: SequenceSnapshot, side: ContactSide, loaded: GoalEvents): GoalEvent[] {
  if (!goal) return [];
  if (hasConditions(goal)) return loaded.get(`${side.contact.id} ${goal.event}`) ?? [];
  return side.events
    .filter(({ name }) => name === goal.event)
    .map(({ name, record_id: recordId, at }) => ({ name, recordId, at, data: {} }));
}

const hasConditions = (goal: SequenceSnapshot["goal"]) => (goal?.conditions?.length ?? 0) > 0;
