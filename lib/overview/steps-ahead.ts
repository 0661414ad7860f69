import type { Channel, SequenceSnapshot, Step } from "@/lib/core/model";
import type { AheadStep } from "@/lib/core/queue-ahead";
import { nominalMinutes } from "@/lib/core/wait-length";

export type Sender = { id: string; channel: Channel; isActive: boolean; hasTemplates: boolean };

type Known = {
  /** In the account's order. */
  senders: readonly Sender[];
  /** By which inboxes the conversations of the sequence's runs go, in which proportion. */
  threads: readonly { id: string; weight: number }[];
};

const MINUTES_OF_DAY = 1_440;

/**
 * By which inboxes the steps of a version go out and after how many days, as the engine would choose where it knew no
 * more: the conversation's inbox, else the first of the account's order; a paused one only where no other can.
 */
export const stepsAhead = ({ steps }: SequenceSnapshot, known: Known): AheadStep[] =>
  steps.map((step) => ({ inboxes: inboxesOf(step, known), waitDays: waitDaysOf(step) }));

function inboxesOf({ channel, content }: Step, { senders, threads }: Known): AheadStep["inboxes"] {
  const able = senders.filter(
    (sender) =>
      (channel === "automatic" || channel === "same_conversation" || sender.channel === channel) &&
      (content.type !== "template" || sender.hasTemplates),
  );
  const active = able.filter(({ isActive }) => isActive);
  const open = active.length > 0 ? active : able;
  const spoken = threads.filter(({ id }) => open.some((sender) => sender.id === id));
  if (spoken.length > 0) return spoken;
  const [first] = open;
  return first ? [{ id: first.id, weight: 1 }] : [];
}

/** What counts from a record's date is not known ahead of the record. */
const waitDaysOf = ({ wait }: Step): number | null =>
  wait.relative ? null : Math.floor(nominalMinutes(wait) / MINUTES_OF_DAY);
