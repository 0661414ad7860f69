import { matches } from "./conditions";
import { effectiveZone } from "./effective-zone";
import type { Facts, GoalEvent } from "./facts";
import { lookupOf } from "./variables";

/**
 * Whether the event is what the run works for. It counts strictly after the enrollment, because it may be what enrolled
 * the contact; a run about a record counts only events of that record and those that are about none. Conditions see
 * the event's own data and what the texts of the run may name, as both are at this moment.
 */
export function isGoal(event: GoalEvent, facts: Facts): boolean {
  const { enrollment, sequence, contact, settings } = facts;
  const { goal } = sequence.snapshot;
  if (!goal || event.name !== goal.event || event.at <= enrollment.enrolledAt) return false;
  // Whose other invoice was paid has not paid this one.
  const isOfOther =
    enrollment.recordId !== null && event.recordId !== null && event.recordId !== enrollment.recordId;
  if (isOfOther) return false;
  const { match = "all", conditions = [] } = goal;
  if (conditions.length === 0) return true;
  const ofRun = lookupOf(facts);
  const lookup = (variable: string) => {
    const key = variable.startsWith(EVENT) ? variable.slice(EVENT.length) : null;
    if (key === null) return ofRun(variable);
    return Object.hasOwn(event.data, key) ? event.data[key] : undefined;
  };
  return matches({ match, conditions }, lookup, effectiveZone(contact, settings).zone);
}

const EVENT = "event.";
