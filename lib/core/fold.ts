import { decide } from "./decide";
import { FORESEEN } from "./draft";
import type { DraftFacts } from "./draft-facts";
import { accountZone } from "./effective-zone";
import type { Decision, Facts } from "./facts";
import { nextStepId, stepOf } from "./next-step";
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
      return { decision, nextFacts: { ...facts, draft: foreseenDraft(facts, decision) }, nextAt: now };
    case "return":
      return { decision, nextFacts: { ...facts, draft: broughtBack(facts, decision, now) }, nextAt: now };
    case "skip":
    case "fail":
    case "lost":
      return { decision, nextFacts: pastStep(facts, decision, now), nextAt: now };
  }
}

/**
 * The same for whoever looks ahead: what waits for a person is taken to be approved, and nobody knows what will be
 * written, so that the step's own words stand for it.
 */
export function foresee(facts: Facts, now: Date): Advanced {
  const { draft } = facts;
  const isWaiting = draft?.status === "open";
  const approved = isWaiting ? { ...facts, draft: { ...draft, status: "approved" as const } } : facts;
  const ahead = advanceOnce(approved, now);
  const { decision, nextFacts } = ahead;
  if (decision.kind !== "return") return ahead;
  return { ...ahead, nextFacts: { ...nextFacts, draft: foreseenDraft(facts, decision) } };
}

function foreseenDraft({ sequence, inboxes }: Facts, { stepId, inboxId }: Composing): DraftFacts {
  const mode = stepOf(stepId, sequence.snapshot)?.compose.mode;
  return {
    id: stepId,
    revision: 0,
    status: mode === "ai_assisted" ? "approved" : "ready",
    origin: "fallback",
    fallback: FORESEEN,
    text: "",
    subject: null,
    channel: inboxes.find(({ id }) => id === inboxId)?.channel ?? "whatsapp",
    language: "",
    facts: [],
    vouched: [],
    openedAt: null,
    retryAt: null,
    attempts: 0,
    hasReturned: false,
  };
}
type Composing = Extract<Decision, { kind: "compose" | "return" }>;

/** It waits for a person again, or is written anew. */
function broughtBack(
  { draft, sequence }: Facts,
  { stepId, facts, channel }: Extract<Decision, { kind: "return" }>,
  now: Date,
): DraftFacts | null {
  if (!draft) return null;
  const isAsked = stepOf(stepId, sequence.snapshot)?.compose.mode === "ai_assisted";
  const status = isAsked ? "open" : "withdrawn";
  return {
    ...draft,
    ...{ status, facts, channel, openedAt: now, hasReturned: true, revision: draft.revision + 1 },
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
    draft: null,
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
