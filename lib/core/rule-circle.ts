import { matches } from "./conditions";
import type { RuleAction, Trigger, TriggerEvent } from "./model-rules";

/** What carrying out an action tells of: where a rule listens to it, its own doing would start it. */
const CAUSES: Record<RuleAction["do"], readonly TriggerEvent[]> = {
  enroll: [],
  stop: [],
  pause: [],
  assign: ["contact.updated"],
  add_tag: ["contact.tagged"],
  remove_tag: ["contact.updated"],
  send_message: ["message.sent"],
  resolve: ["conversation.resolved"],
  snooze: ["conversation.snoozed"],
  move_deal: ["deal.stage_changed"],
  call_webhook: [],
};

/** A rule that is followed by its own doing would go on forever; it is stopped after the first time. */
export const startsItself = (trigger: Trigger, actions: readonly RuleAction[]): boolean =>
  actions.some((action) => CAUSES[action.do].includes(trigger.event) && mayMeet(trigger, action));

/** How many rules may follow from each other: further ones are refused. */
export const MAX_CHAIN = 5;
/** How often one rule may be followed for one contact within an hour. */
export const MAX_PER_HOUR = 20;

/** A condition on the tag tells two tags apart; what else a condition says cannot be known beforehand. */
function mayMeet({ conditions, match }: Trigger, action: RuleAction): boolean {
  if (action.do !== "add_tag" || match === "any") return true;
  const ofTag = conditions.filter(({ variable }) => variable === "event.tag");
  return matches({ match: "all", conditions: ofTag }, () => action.tag);
}
