import { type ChannelChoice, chooseChannel } from "./channel";
import { composeContent } from "./compose";
import { type EffectiveZone, effectiveZone } from "./effective-zone";
import { exitOf } from "./exits";
import type { Because, Decision, Facts } from "./facts";
import type { Content, Step } from "./model";
import { stepOf } from "./next-step";
import { type Calendar, isOpen, nextOpening } from "./sending-hours";
import { runSeed } from "./split";
import { dueAt } from "./wait";
import { isWindowOpen } from "./window";
import { DAY_MS, MINUTE_MS } from "./zone";

/** A claim older than this belongs to a process that died between the claim and the provider's answer. */
export const CLAIM_MS = 2 * MINUTE_MS;
const PAUSED_INBOX_RECHECK_MS = 15 * MINUTE_MS;
/** Nothing sleeps longer without being looked at again. */
const MAX_SLEEP_MS = 30 * DAY_MS;

/**
 * What to do now for one run, and why. The first rule that applies answers; the order is the order of precedence.
 * Total and without memory: the same facts at the same moment always get the same answer, and a wait always lies
 * in the future.
 */
export function decide(facts: Facts, now: Date): Decision {
  const { enrollment, sequence } = facts;
  if (enrollment.status === "ended") {
    const reason = enrollment.endReason ?? "stopped";
    return { kind: "end", reason, because: { code: "already_ended", data: { reason } } };
  }
  const exit = exitOf(facts);
  if (exit) return { kind: "end", ...exit };

  if (enrollment.status === "paused" && !(enrollment.pausedUntil && enrollment.pausedUntil <= now)) {
    const until = enrollment.pausedUntil ?? later(now, MAX_SLEEP_MS);
    const data = { pausedUntil: enrollment.pausedUntil?.toISOString() ?? null };
    return wait(now, until, { code: "run_paused", data });
  }
  if (sequence.status !== "active") {
    const data = { status: sequence.status };
    return wait(now, later(now, MAX_SLEEP_MS), { code: "sequence_paused", data });
  }

  if (enrollment.stepId === null) return finish(facts);
  const step = stepOf(enrollment.stepId, sequence.snapshot);
  if (!step) {
    const data = { stepId: enrollment.stepId };
    return { kind: "end", reason: "failed", because: { code: "no_step_left", data } };
  }
  return earlierAttempt(facts, step, now) ?? whenDue(facts, step, now);
}

function finish({ sentAny }: Facts): Decision {
  if (sentAny) return { kind: "end", reason: "completed", because: { code: "no_step_left", data: {} } };
  return { kind: "end", reason: "undeliverable", because: { code: "nothing_delivered", data: {} } };
}

/** An attempt at this step that an earlier turn began. Null when the step may still be sent. */
function earlierAttempt({ current }: Facts, step: Step, now: Date): Decision | null {
  if (!current) return null;
  switch (current.status) {
    case "pending":
    case "scheduled":
      return null;
    case "claimed": {
      const until = current.claimedAt && later(current.claimedAt, CLAIM_MS);
      const data = { claimedAt: current.claimedAt?.toISOString() ?? null, attempts: current.attempts };
      if (until && until > now) return wait(now, until, { code: "sending", data });
      return { kind: "lost", stepId: step.id, because: { code: "outcome_unknown", data } };
    }
    case "unknown":
    case "skipped":
    case "failed":
    case "sent":
    case "delivered":
    case "read":
    case "replied": {
      const data = { status: current.status };
      return { kind: "skip", stepId: step.id, because: { code: "already_recorded", data } };
    }
  }
}

function whenDue(facts: Facts, step: Step, now: Date): Decision {
  const { enrollment, current, contact, settings } = facts;
  const effective = effectiveZone(contact, settings);
  const due =
    enrollment.dueAtOverride ?? dueAt(step.wait, enrollment.waitFromAt, effective.zone, settings.holidays);
  if (due > now) {
    return wait(now, due, { code: "not_due", data: { dueAt: due.toISOString(), ...zoneData(effective) } });
  }
  if (current?.retryAt && current.retryAt > now) {
    const data = { retryAt: current.retryAt.toISOString(), attempts: current.attempts };
    return wait(now, current.retryAt, { code: "retry_later", data });
  }
  return byChannel(facts, step, { now, due: laterOf(due, current?.retryAt ?? due), effective });
}

type Moment = { now: Date; due: Date; effective: EffectiveZone };

function byChannel(facts: Facts, step: Step, moment: Moment): Decision {
  const { now } = moment;
  const wish = { channel: step.channel, content: step.content.type, openWindowAt: null };
  const choice = chooseChannel(wish, facts);
  if (choice.kind !== "chosen" || step.content.type === "template" || isWindowOpen(choice.inbox, now)) {
    return byHours(facts, step, choice, step.content, moment);
  }
  const rule = step.windowClosed;
  const closed: Because = {
    code: "window_closed",
    data: {
      do: rule.do,
      inboxId: choice.inbox.id,
      lastInboundAt: choice.inbox.lastInboundAt?.toISOString() ?? null,
    },
  };
  switch (rule.do) {
    case "template": {
      const content: Content = { type: "template", template: rule.template };
      const replaced = chooseChannel({ ...wish, content: "template" }, { ...facts, inboxes: [choice.inbox] });
      return byHours(facts, step, replaced, content, moment);
    }
    case "other_channel": {
      const other = chooseChannel({ ...wish, channel: "automatic", openWindowAt: now }, facts);
      return byHours(facts, step, other, step.content, moment);
    }
    case "wait": {
      const until = later(moment.due, rule.days * DAY_MS);
      if (until > now) return wait(now, until, closed);
      return { kind: "skip", stepId: step.id, because: closed };
    }
    case "skip":
      return { kind: "skip", stepId: step.id, because: closed };
  }
}

function byHours(
  facts: Facts,
  step: Step,
  choice: ChannelChoice,
  content: Content,
  moment: Moment,
): Decision {
  const { now, due, effective } = moment;
  switch (choice.kind) {
    case "none": {
      const data = { channel: step.channel, content: content.type, ...choice.obstacles };
      return { kind: "fail", stepId: step.id, because: { code: "no_channel", data } };
    }
    case "paused": {
      const data = { inboxId: choice.inbox.id, inbox: choice.inbox.name };
      return wait(now, later(now, PAUSED_INBOX_RECHECK_MS), { code: "inbox_paused", data });
    }
    case "chosen": {
      const quiet = quietHours(facts, moment);
      if (quiet) return quiet;
      const { inbox, address } = choice;
      const composed = composeContent(content, inbox, facts, now);
      if (!composed.ok) return { kind: "fail", stepId: step.id, because: composed.because };
      const data = {
        channel: inbox.channel,
        inbox: inbox.name,
        channelWhy: choice.why,
        isWindowClosed: content !== step.content || !isWindowOpen(inbox, now),
        dueAt: due.toISOString(),
        ...zoneData(effective),
      };
      return {
        kind: "send",
        stepId: step.id,
        inboxId: inbox.id,
        channel: inbox.channel,
        address,
        content: composed.content,
        variantId: null,
        because: { code: "due", data },
      };
    }
  }
}

/**
 * Null when sending is allowed now. The place in the spread is counted from the moment the step fell due, so a run
 * that is woken in between keeps its place.
 */
function quietHours(facts: Facts, { now, due, effective }: Moment): Decision | null {
  const { settings, sequence, contact } = facts;
  const calendar: Calendar = {
    hours: settings.sendingHours,
    narrower: sequence.snapshot.sendingHours,
    zone: effective.zone,
    holidays: settings.holidays,
  };
  for (const from of [due, now]) {
    if (isOpen(from, calendar)) continue;
    const opening = nextOpening(from, calendar, runSeed({ sequenceId: sequence.id, contactId: contact.id }));
    if (!opening.ok) {
      return { kind: "end", reason: "failed", because: { code: "no_open_day", data: zoneData(effective) } };
    }
    if (opening.at > now) {
      const data = { dueAt: due.toISOString(), ...zoneData(effective) };
      return wait(now, opening.at, { code: "quiet_hours", data });
    }
  }
  return null;
}

function wait(now: Date, until: Date, because: Because): Decision {
  const horizon = later(now, MAX_SLEEP_MS);
  return { kind: "wait", until: until < horizon ? until : horizon, because };
}

function zoneData({ zone, from }: EffectiveZone) {
  return { zone, zoneFrom: from };
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b;
}
