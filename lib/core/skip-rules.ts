import { addressOf } from "./channel";
import { holds } from "./conditions";
import { effectiveZone } from "./effective-zone";
import type { Because, Facts } from "./facts";
import { CHANNELS, type Channel, type SkipRule, type Step } from "./model";
import { lookupOf } from "./variables";

/** The first rule of a due step that skips it, and what it saw; null when none does. */
export function skipOf(step: Step, facts: Facts, now: Date): Because | null {
  for (const rule of step.skipRules) {
    const because = seenBy(rule, step, facts, now);
    if (because) return because;
  }
  return null;
}

function seenBy(rule: SkipRule, step: Step, facts: Facts, now: Date): Because | null {
  const { contact, settings } = facts;
  switch (rule.when) {
    case "condition": {
      const { variable, operator, value } = rule;
      const lookup = lookupOf(facts);
      if (!holds(rule, lookup, effectiveZone(contact, settings).zone)) return null;
      return { code: "skip_condition", data: { variable, operator, value, found: lookup(variable) ?? null } };
    }
    case "messaged_within": {
      const at = contact.messagedAt;
      if (!at || at.getTime() <= now.getTime() - rule.hours * HOUR_MS) return null;
      return { code: "messaged_recently", data: { hours: rule.hours, messagedAt: at.toISOString() } };
    }
    case "no_address": {
      const channels = channelsOf(step, facts);
      if (channels.length === 0 || channels.some((channel) => addressOf(contact, channel))) return null;
      return { code: "no_address", data: { channel: step.channel } };
    }
  }
}

const HOUR_MS = 3_600_000;

/** The channels by which the step could go out; none where it is bound to a conversation that is not there. */
function channelsOf(step: Step, { inboxes, conversation }: Facts): readonly Channel[] {
  switch (step.channel) {
    case "automatic":
      return inboxes.length > 0 ? inboxes.map(({ channel }) => channel) : CHANNELS;
    case "same_conversation":
      return inboxes.filter(({ id }) => id === conversation?.inboxId).map(({ channel }) => channel);
    case "whatsapp":
    case "email":
    case "sms":
      return [step.channel];
  }
}
