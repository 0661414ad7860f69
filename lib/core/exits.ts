import type { Because, Facts } from "./facts";
import { isGoal } from "./goal";
import type { EndReason } from "./model";

export type Exit = { reason: EndReason; because: Because };

/**
 * What ends a run before its last step, strongest first; null when nothing does. Replies, goals and resolutions
 * count strictly after the enrollment, because one of them may be what enrolled the contact.
 */
export function exitOf(facts: Facts): Exit | null {
  return optOut(facts) ?? gone(facts) ?? goal(facts) ?? reply(facts) ?? resolution(facts) ?? archived(facts);
}

/**
 * "All" counts whenever it was said. A word against one channel during the run ends the run; one from before only
 * closes that channel.
 */
function optOut({ contact, enrollment }: Facts): Exit | null {
  const suppression = contact.suppressions.find(
    ({ channel, at }) => channel === "all" || at >= enrollment.enrolledAt,
  );
  if (!suppression) return null;
  const data = { channel: suppression.channel, at: suppression.at.toISOString() };
  return { reason: "opted_out", because: { code: "opted_out", data } };
}

function gone({ contact: { blockedAt, deletedAt, isMerged } }: Facts): Exit | null {
  if (blockedAt) {
    return { reason: "blocked", because: { code: "blocked", data: { at: blockedAt.toISOString() } } };
  }
  // A merge carries runs over to the contact that stays; one that it left behind has nobody to write to.
  if (isMerged) return { reason: "superseded", because: { code: "contact_merged", data: {} } };
  if (!deletedAt) return null;
  return { reason: "stopped", because: { code: "contact_deleted", data: { at: deletedAt.toISOString() } } };
}

function goal(facts: Facts): Exit | null {
  const reached = facts.contact.goalEvents.find((event) => isGoal(event, facts));
  if (!reached) return null;
  const data = { event: reached.name, at: reached.at.toISOString() };
  return { reason: "goal_reached", because: { code: "goal_reached", data } };
}

function reply(facts: Facts): Exit | null {
  if (facts.sequence.snapshot.exitRules.replyDoes !== "end") return null;
  const data = replyOf(facts);
  return data && { reason: "replied", because: { code: "replied", data } };
}

/** The reply that holds a run whose rule hands it to a person; null when there is none. */
export function waitingReply(facts: Facts): Because | null {
  if (facts.sequence.snapshot.exitRules.replyDoes !== "pause") return null;
  const data = replyOf(facts);
  return data && { code: "reply_waits", data };
}

/** The reply that the run's rule asks for and what it saw; null when there is none. */
function replyOf({
  contact,
  conversation,
  enrollment,
  sequence: { snapshot },
}: Facts): Because["data"] | null {
  const { lastReply } = contact;
  const { onReply } = snapshot.exitRules;
  if (!lastReply || onReply === "off" || lastReply.at <= enrollment.enrolledAt) return null;
  if (enrollment.repliesFrom && lastReply.at <= enrollment.repliesFrom) return null;
  // Without a linked conversation any reply may be the one that answers us.
  const isElsewhere = conversation !== null && lastReply.conversationId !== conversation.id;
  if (onReply === "same_conversation" && isElsewhere) return null;
  return { rule: onReply, conversationId: lastReply.conversationId, at: lastReply.at.toISOString() };
}

function resolution({ conversation, enrollment, sequence: { snapshot } }: Facts): Exit | null {
  if (!snapshot.exitRules.onResolution || !conversation?.resolvedAt) return null;
  if (conversation.resolvedAt <= enrollment.enrolledAt) return null;
  const data = { conversationId: conversation.id, at: conversation.resolvedAt.toISOString() };
  return { reason: "resolved", because: { code: "conversation_resolved", data } };
}

function archived({ sequence }: Facts): Exit | null {
  if (sequence.status !== "archived") return null;
  return { reason: "sequence_archived", because: { code: "sequence_archived", data: {} } };
}
