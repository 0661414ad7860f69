import { decide } from "./decide";
import { effectiveZone, type ZoneSource } from "./effective-zone";
import type { Because, Decision, Facts, OutboundContent } from "./facts";
import type { Channel, EndReason, SequenceSnapshot } from "./model";
import { firstStepId, nextStepId } from "./next-step";

/** What will become of one step, and when. */
export type PreviewStep = {
  stepId: string;
  kind: "send" | "skip" | "fail";
  at: Date;
  zone: string;
  zoneFrom: ZoneSource;
  inboxId: string | null;
  channel: Channel | null;
  content: OutboundContent | null;
  /** What the contact will read; null when nothing is sent. */
  text: string | null;
  because: Because;
  /** What moved the step away from the moment its wait was over, such as quiet hours. */
  deferredBy: Because | null;
};

export type Preview = {
  steps: PreviewStep[];
  /** How the run ends; null when it comes to wait for something that a preview cannot foresee. */
  end: { at: Date; reason: EndReason; because: Because } | null;
  /** What it waits for when `end` is null. */
  waitsFor: Because | null;
};

/**
 * What the run would do from now on if the contact stays silent: `decide` folded forward, nothing else. A paused
 * run, and a sequence that is not active, are shown as if they went on.
 */
export function preview(facts: Facts, now: Date): Preview {
  const steps: PreviewStep[] = [];
  const { zone, from: zoneFrom } = effectiveZone(facts.contact, facts.settings);
  let state = asRunning(facts);
  let at = now;
  let deferredBy: Because | null = null;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const decision = decide(state, at);
    switch (decision.kind) {
      case "end":
        return { steps, end: { at, reason: decision.reason, because: decision.because }, waitsFor: null };
      case "wait":
        if (isUnforeseeable(decision.because)) return { steps, end: null, waitsFor: decision.because };
        if (decision.because.code !== "not_due") deferredBy = decision.because;
        at = decision.until;
        break;
      case "send":
      case "skip":
      case "fail":
      case "lost":
        steps.push({ ...outcomeOf(decision), at, zone, zoneFrom, deferredBy });
        state = afterStep(state, decision, at);
        deferredBy = null;
        break;
    }
  }
  return { steps, end: null, waitsFor: deferredBy };
}

/** The facts of a run that would begin now, for a preview before enrolling or publishing. */
export function previewFacts(
  snapshot: SequenceSnapshot,
  about: Pick<Facts, "contact" | "conversation" | "record" | "inboxes" | "settings" | "account" | "agent">,
  now: Date,
): Facts {
  return {
    ...about,
    enrollment: {
      id: "preview",
      status: "active",
      endReason: null,
      stepId: firstStepId(snapshot),
      enrolledAt: now,
      waitFromAt: now,
      pausedUntil: null,
      dueAtOverride: null,
      isHoldout: false,
    },
    sequence: { id: "preview", status: "active", snapshot },
    current: null,
    sentAny: false,
  };
}

/** Twenty steps, each re-checked monthly through the longest wait and deferred a few times. */
const MAX_TURNS = 400;

function asRunning(facts: Facts): Facts {
  const { enrollment, sequence } = facts;
  const status = enrollment.status === "paused" ? "active" : enrollment.status;
  return {
    ...facts,
    enrollment: { ...enrollment, status },
    sequence: sequence.status === "archived" ? sequence : { ...sequence, status: "active" },
  };
}

function isUnforeseeable({ code }: Because): boolean {
  return code === "inbox_paused" || code === "run_paused" || code === "sequence_paused";
}

type Done = Extract<Decision, { stepId: string }>;

function outcomeOf(decision: Done) {
  const { stepId, because } = decision;
  if (decision.kind !== "send") {
    const kind = decision.kind === "lost" ? "fail" : decision.kind;
    return { stepId, kind, because, inboxId: null, channel: null, content: null, text: null };
  }
  const { kind, inboxId, channel, content } = decision;
  return { stepId, kind, because, inboxId, channel, content, text: content.text };
}

function afterStep(facts: Facts, decision: Done, at: Date): Facts {
  const { enrollment, sequence } = facts;
  return {
    ...facts,
    enrollment: {
      ...enrollment,
      stepId: nextStepId(decision.stepId, sequence.snapshot),
      waitFromAt: at,
      dueAtOverride: null,
    },
    current: null,
    sentAny: facts.sentAny || decision.kind === "send",
  };
}
