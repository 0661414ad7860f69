import { eventVariables, isEventVariable } from "../event-variables";
import { type Goal, RECORD_KINDS, type SequenceDraft, type Target } from "../model";
import { TRIGGER_EVENTS } from "../model-rules";
import type { ProblemPart, PublishContext } from "../publish-check";
import { conditionProblems } from "./conditions";

/** Why a goal could never be reached, and what is wrong with its conditions. */
export function goalProblems({ goal, target }: SequenceDraft, context: PublishContext): ProblemPart[] {
  if (!goal) return [];
  const known = withEvent(goal, context);
  return [
    ...eventProblems(goal, target),
    ...(goal.conditions ?? []).flatMap((condition) => conditionProblems(condition, "goal", known)),
  ];
}

/** Whatever other tables tell, or only the clock brings about, is in nobody's log of events. */
const NOT_LOGGED: ReadonlySet<string> = new Set([
  ...["contact.created", "conversation.created", "conversation.idle", "message.received", "message.sent"],
  ...["appointment.upcoming", "charge.due_soon"],
]);

/** A run about a record counts events of that record alone; one about a contact or a thread those of any. */
function eventProblems({ event }: Goal, target: Target): ProblemPart[] {
  if (NOT_LOGGED.has(event)) return [{ field: "goal", code: "goal_never", data: { event } }];
  const about = RECORD_KINDS.find((kind) => event.startsWith(`${kind}.`));
  const isOfRecord = RECORD_KINDS.some((kind) => kind === target);
  if (!about || !isOfRecord || about === target) return [];
  return [{ field: "goal", code: "goal_target", data: { event, about, target } }];
}

/** Conditions may name the event's own values: of the account's own events, and of known ones, whichever they have. */
function withEvent({ event, conditions = [] }: Goal, context: PublishContext): PublishContext {
  const own = TRIGGER_EVENTS.find((one) => one === event);
  const values = own ? eventVariables(own).map(({ name }) => name) : [];
  const named = conditions.map(({ variable }) => variable).filter(isEventVariable);
  return { ...context, knownVariables: new Set([...context.knownVariables, ...values, ...named]) };
}
