import type { ContactFacts, Facts, InboxFacts } from "./facts";
import type { Channel, Content, Step } from "./model";
import { isBusinessScopedId } from "./whatsapp-id";
import { isWindowOpen } from "./window";

/** What made the choice: the step itself, the run's conversation, the contact's wish, their last message, the order. */
export const CHANNEL_REASONS = [
  "step",
  "conversation",
  "preferred",
  "last_inbound",
  "account_order",
] as const;
export type ChannelReason = (typeof CHANNEL_REASONS)[number];

export type ChannelChoice =
  | { kind: "chosen"; inbox: InboxFacts; address: string; why: ChannelReason }
  /** Only paused inboxes could deliver. */
  | { kind: "paused"; inbox: InboxFacts }
  | { kind: "none"; obstacles: Record<string, number> };

export type ChannelWish = {
  channel: Step["channel"];
  content: Content["type"];
  /** Leave out inboxes whose window is closed at this moment. */
  openWindowAt: Date | null;
};

/**
 * Which inbox a step goes out by. Automatic: the conversation's inbox, else the contact's preferred channel, else
 * the inbox of the last inbound message, else the account's order. Inboxes without an address, suppressed or
 * failing for this contact are left out.
 */
export function chooseChannel(wish: ChannelWish, facts: Facts): ChannelChoice {
  const able = facts.inboxes.filter((inbox) => obstacleOf(inbox, wish, facts) === null);
  const active = able.filter((inbox) => inbox.status === "active");
  const chosen = firstByPreference(active, wish.channel, facts);
  if (chosen)
    return { kind: "chosen", ...chosen, address: addressOf(facts.contact, chosen.inbox.channel) ?? "" };
  const paused = firstByPreference(able, wish.channel, facts);
  if (paused) return { kind: "paused", inbox: paused.inbox };
  return { kind: "none", obstacles: countObstacles(wish, facts) };
}

/** The contact's address on a channel, as stored: E.164, a WhatsApp id, or an email address. */
export function addressOf(
  contact: Pick<ContactFacts, "email" | "phone" | "identities">,
  channel: Channel,
): string | null {
  const identity = (kind: "phone" | "email" | "whatsapp") =>
    contact.identities.find((one) => one.kind === kind && one.value !== "")?.value;
  switch (channel) {
    case "email":
      return contact.email || identity("email") || null;
    case "sms":
      return contact.phone || identity("phone") || null;
    case "whatsapp": {
      // What WhatsApp itself calls the contact may differ from the phone number (Brazil's ninth digit). An id of the
      // business stands in where there is no number: not everything may be sent to one.
      const isNumber = ({ kind, value }: (typeof contact.identities)[number]) =>
        kind === "whatsapp" && value !== "" && !isBusinessScopedId(value);
      const number = contact.identities.find(isNumber)?.value;
      return number || contact.phone || identity("phone") || identity("whatsapp") || null;
    }
  }
}

type Obstacle = "noAddress" | "suppressed" | "failing" | "noTemplates" | "windowClosed";

function obstacleOf(inbox: InboxFacts, wish: ChannelWish, { contact }: Facts): Obstacle | null {
  if (addressOf(contact, inbox.channel) === null) return "noAddress";
  if (contact.suppressions.some(({ channel }) => channel === "all" || channel === inbox.channel))
    return "suppressed";
  if (inbox.failedAt) return "failing";
  if (wish.content === "template" && !inbox.hasTemplates) return "noTemplates";
  if (wish.openWindowAt && !isWindowOpen(inbox, wish.openWindowAt)) return "windowClosed";
  return null;
}

function firstByPreference(
  inboxes: InboxFacts[],
  wish: Step["channel"],
  { contact, conversation }: Facts,
): { inbox: InboxFacts; why: ChannelReason } | null {
  const inConversation = inboxes.find((inbox) => inbox.id === conversation?.inboxId);
  switch (wish) {
    case "same_conversation":
      return inConversation ? { inbox: inConversation, why: "step" } : null;
    case "automatic": {
      if (inConversation) return { inbox: inConversation, why: "conversation" };
      const preferred = inboxes.find((inbox) => inbox.channel === contact.preferredChannel);
      if (preferred) return { inbox: preferred, why: "preferred" };
      const last = lastInbound(inboxes);
      if (last) return { inbox: last, why: "last_inbound" };
      return inboxes[0] ? { inbox: inboxes[0], why: "account_order" } : null;
    }
    case "whatsapp":
    case "email":
    case "sms": {
      if (inConversation?.channel === wish) return { inbox: inConversation, why: "conversation" };
      const inbox = inboxes.find((one) => one.channel === wish);
      return inbox ? { inbox, why: "step" } : null;
    }
  }
}

function lastInbound(inboxes: InboxFacts[]): InboxFacts | null {
  let last: InboxFacts | null = null;
  for (const inbox of inboxes) {
    if (inbox.lastInboundAt && (!last?.lastInboundAt || inbox.lastInboundAt > last.lastInboundAt))
      last = inbox;
  }
  return last;
}

/** How many inboxes each obstacle ruled out, for the timeline. */
function countObstacles(wish: ChannelWish, facts: Facts): Record<string, number> {
  const counts: Record<string, number> = { inboxes: facts.inboxes.length };
  for (const inbox of facts.inboxes) {
    const obstacle = obstacleOf(inbox, wish, facts) ?? "otherChannel";
    counts[obstacle] = (counts[obstacle] ?? 0) + 1;
  }
  return counts;
}
