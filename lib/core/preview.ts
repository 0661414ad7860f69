import { CHANNEL_REASONS, type ChannelReason } from "./channel";
import { effectiveZone, type ZoneSource } from "./effective-zone";
import { waitingReply } from "./exits";
import type { Because, Decision, Facts, OutboundContent } from "./facts";
import { foresee } from "./fold";
import type { Channel, EndReason, SequenceSnapshot } from "./model";
import { firstStepId } from "./next-step";
import { isHeldOut, runSeed } from "./split";
import { type WindowState, windowStateOf } from "./window";

/** What will become of one step, and when. */
export type PreviewStep = {
  stepId: string;
  kind: "send" | "skip" | "fail";
  at: Date;
  zone: string;
  zoneFrom: ZoneSource;
  because: Because;
  /** What moved the step away from the moment its wait was over, such as quiet hours, in the order of time. */
  deferredBy: Because[];
  /** How it goes out; null when nothing is sent. */
  send: PreviewSend | null;
};

export type PreviewSend = {
  inboxId: string;
  channel: Channel;
  channelWhy: ChannelReason;
  /** The 24-hour window of the inbox at that moment. */
  window: WindowState;
  /** Null when the step has one text for all, or when other words stand in for the variant's. */
  variantId: string | null;
  /** Its `text` is what the contact will read. */
  content: OutboundContent;
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
  let state = asRunning(facts, now);
  let at = now;
  let deferredBy: Because[] = [];
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const { decision, nextFacts, nextAt } = foresee(state, at);
    const { because } = decision;
    switch (decision.kind) {
      case "end":
        return { steps, end: { at, reason: decision.reason, because }, waitsFor: null };
      case "wait":
        if (isUnforeseeable(because)) return { steps, end: null, waitsFor: because };
        if (because.code !== "not_due") deferredBy.push(because);
        break;
      case "send":
      case "skip":
      case "fail":
      case "lost": {
        const kind = decision.kind === "lost" ? "fail" : decision.kind;
        const send = decision.kind === "send" ? sendOf(decision, state, at) : null;
        steps.push({ stepId: decision.stepId, kind, at, zone, zoneFrom, because, deferredBy, send });
        deferredBy = [];
        break;
      }
    }
    state = nextFacts;
    at = nextAt ?? at;
  }
  return { steps, end: null, waitsFor: deferredBy.at(-1) ?? null };
}

type About = Pick<
  Facts,
  "contact" | "conversation" | "record" | "inboxes" | "settings" | "account" | "agent" | "maestro"
>;

/** The facts of a run that would begin now, for a preview before enrolling or publishing. */
export function previewFacts(
  snapshot: SequenceSnapshot,
  { sequenceId, ...about }: About & { sequenceId: string },
  now: Date,
): Facts {
  const seed = runSeed({ sequenceId, contactId: about.contact.id });
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
      isHoldout: isHeldOut(seed, snapshot.holdoutPercent),
      repliesFrom: null,
      recordId: about.record?.id ?? null,
      ticket: null,
    },
    sequence: { id: sequenceId, status: "active", snapshot },
    current: null,
    sentAny: false,
  };
}

/** Twenty steps, each re-checked monthly through the longest wait and deferred a few times. */
const MAX_TURNS = 400;

function asRunning(facts: Facts, now: Date): Facts {
  const { enrollment, sequence } = facts;
  const status = enrollment.status === "paused" ? "active" : enrollment.status;
  // Whoever lets it go on has seen the reply that it waits for.
  const repliesFrom = waitingReply(facts) ? now : enrollment.repliesFrom;
  return {
    ...facts,
    enrollment: { ...enrollment, status, repliesFrom },
    sequence: sequence.status === "archived" ? sequence : { ...sequence, status: "active" },
  };
}

function isUnforeseeable({ code }: Because): boolean {
  return UNFORESEEABLE.has(code);
}

const UNFORESEEABLE = new Set([
  "inbox_paused",
  "template_unusable",
  "step_blocked",
  "run_paused",
  "sequence_paused",
]);

function sendOf(
  { inboxId, channel, variantId, content, because }: Extract<Decision, { kind: "send" }>,
  { inboxes }: Facts,
  at: Date,
): PreviewSend {
  const inbox = inboxes.find(({ id }) => id === inboxId);
  return {
    inboxId,
    channel,
    channelWhy: CHANNEL_REASONS.find((why) => why === because.data.channelWhy) ?? "account_order",
    window: inbox ? windowStateOf(inbox, at) : "none",
    variantId,
    content,
  };
}
