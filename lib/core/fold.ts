import { decide } from "./decide";
import { accountZone } from "./effective-zone";
import type { Decision, DraftFacts, Facts } from "./facts";
import { nextStepId } from "./next-step";
import { SENDS_KEPT_MS, usedAfterSend } from "./pace";
import { costsRecipient, recipientsAfterSend } from "./pace-recipients";

/** One turn of a run: what was decided, what holds after it, and when to ask again; null after an end. */
export type Advanced = { decision: Decision; nextFacts: Facts; nextAt: Date | null };

/**
 * One decision and what it changes if everything goes well and the contact stays silent. Folding it forward is the
 * preview of one run; a simulation folds many, always the one with the earliest `nextAt`, and carries what runs share
 * (`contact.sends`, `contact.messagedAt`, each inbox's `used` and `pace`) from one's `nextFacts` into the others' facts. A turn
 * that sends, skips or fails a step takes no time: `nextAt` is `now`.
 */
export function advanceOnce(facts: Facts, now: Date): Advanced {
  const decision = decide(facts, now);
  switch (decision.kind) {
    case "end": {
      const enrollment = { ...facts.enrollment, status: "ended" as const, endReason: decision.reason };
      return { decision, nextFacts: { ...facts, enrollment }, nextAt: null };
    }
    case "wait": {
      const nextFacts = decision.queue ? withoutQueue(facts) : facts;
      return { decision, nextFacts, nextAt: decision.until };
    }
    case "send":
      return {
        decision,
        nextFacts: pastStep(afterSend(facts, decision, now), decision, now),
        nextAt: now,
      };
    case "compose":
    case "return":
      return { decision, nextFacts: { ...facts, draft: foreseenDraft(facts, decision, now) }, nextAt: now };
    case "skip":
    case "fail":
    case "lost":
      return { decision, nextFacts: pastStep(facts, decision, now), nextAt: now };
  }
}

/** Nobody knows what Maestro will write, so the step's own words stand for it. */
export function foreseenDraft(facts: Facts, { stepId }: { stepId: string }, now: Date): DraftFacts {
  return {
    id: stepId,
    status: "ready",
    origin: "fallback",
    fallback: "foreseen",
    text: "",
    subject: null,
    channel: facts.inboxes[0]?.channel ?? "whatsapp",
    language: facts.settings.locale,
    facts: [],
    vouched: [],
    openedAt: now,
    retryAt: null,
    attempts: 0,
  };
}

/** Whoever waited for the queue's end as it was estimated finds it over. */
export function withoutQueue(facts: Facts): Facts {
  if (!facts.inboxes.some(({ pace }) => pace.isQueued)) return facts;
  const inboxes = facts.inboxes.map((inbox) => ({
    ...inbox,
    pace: { ...inbox.pace, isQueued: false, queued: 0 },
  }));
  return { ...facts, inboxes };
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

/** A send counts from its place, which may lie a moment ahead. */
function afterSend(facts: Facts, send: Extract<Decision, { kind: "send" }>, now: Date): Facts {
  const { enrollment, contact, inboxes, settings } = facts;
  const at = send.place?.at ?? now;
  const oldest = new Date(at.getTime() - SENDS_KEPT_MS);
  const zone = accountZone(settings);
  return {
    ...facts,
    enrollment: { ...enrollment, ticket: null },
    contact: { ...contact, messagedAt: at, sends: [...contact.sends.filter((one) => one > oldest), at] },
    inboxes: inboxes.map((inbox) => {
      if (inbox.id !== send.inboxId) return inbox;
      const { pace } = inbox;
      const recipients =
        pace.recipients && recipientsAfterSend(pace.recipients, costsRecipient(inbox, now), at);
      const nextAtMs = send.place?.nextAtMs ?? pace.nextAtMs;
      return {
        ...inbox,
        used: usedAfterSend(inbox.used, at, zone),
        pace: { ...pace, pairAt: at, nextAtMs, recipients },
      };
    }),
  };
}
