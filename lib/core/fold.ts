import { decide } from "./decide";
import { accountZone } from "./effective-zone";
import type { Decision, Facts } from "./facts";
import { nextStepId } from "./next-step";
import { SENDS_KEPT_MS, usedAfterSend } from "./pace";

/** One turn of a run: what was decided, what holds after it, and when to ask again; null after an end. */
export type Advanced = { decision: Decision; nextFacts: Facts; nextAt: Date | null };

/**
 * One decision and what it changes if everything goes well and the contact stays silent. Folding it forward is the
 * preview of one run; a simulation folds many, always the one with the earliest `nextAt`, and carries what runs share
 * (`contact.sends`, `contact.messagedAt`, each inbox's `used`) from one's `nextFacts` into the others' facts. A turn
 * that sends, skips or fails a step takes no time: `nextAt` is `now`.
 */
export function advanceOnce(facts: Facts, now: Date): Advanced {
  const decision = decide(facts, now);
  switch (decision.kind) {
    case "end": {
      const enrollment = { ...facts.enrollment, status: "ended" as const, endReason: decision.reason };
      return { decision, nextFacts: { ...facts, enrollment }, nextAt: null };
    }
    case "wait":
      return { decision, nextFacts: facts, nextAt: decision.until };
    case "send":
      return {
        decision,
        nextFacts: pastStep(afterSend(facts, decision.inboxId, now), decision, now),
        nextAt: now,
      };
    case "skip":
    case "fail":
    case "lost":
      return { decision, nextFacts: pastStep(facts, decision, now), nextAt: now };
  }
}

function pastStep(facts: Facts, { kind, stepId }: Extract<Decision, { stepId: string }>, now: Date): Facts {
  const { enrollment, sequence } = facts;
  return {
    ...facts,
    enrollment: {
      ...enrollment,
      stepId: nextStepId(stepId, sequence.snapshot),
      waitFromAt: now,
      dueAtOverride: null,
    },
    current: null,
    // A lost send may have reached the contact, so it counts as one.
    sentAny: facts.sentAny || kind === "send" || kind === "lost",
  };
}

function afterSend(facts: Facts, inboxId: string, now: Date): Facts {
  const { contact, inboxes, settings } = facts;
  const oldest = new Date(now.getTime() - SENDS_KEPT_MS);
  const zone = accountZone(settings);
  return {
    ...facts,
    contact: { ...contact, messagedAt: now, sends: [...contact.sends.filter((at) => at > oldest), now] },
    inboxes: inboxes.map((inbox) =>
      inbox.id === inboxId ? { ...inbox, used: usedAfterSend(inbox.used, now, zone) } : inbox,
    ),
  };
}
