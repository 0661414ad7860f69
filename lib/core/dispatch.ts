import { type ChannelChoice, chooseChannel } from "./channel";
import { composeContent } from "./compose";
import { type Words, whileQuiet, wordsOf } from "./draft";
import type { DraftFacts } from "./draft-facts";
import { type Broken, brokenOf } from "./draft-holds";
import { accountZone, type EffectiveZone, zoneData } from "./effective-zone";
import type { Because, Decision, Facts, InboxFacts } from "./facts";
import type { Content, Step } from "./model";
import { contactSlot, tighter } from "./pace";
import type { Place } from "./pace-facts";
import { placeFor, queueEstimate } from "./pace-place";
import { costsRecipient } from "./pace-recipients";
import { yieldsTo } from "./priority";
import { type Calendar, isOpen, nextOpening } from "./sending-hours";
import { runSeed, variantOf } from "./split";
import { stepBlock } from "./step-block";
import { categoryOf, templateHold } from "./template-check";
import { isWindowOpen, windowStateOf } from "./window";
import { DAY_MS, MINUTE_MS } from "./zone";

/** Its queue wakes whoever waits when it is resumed; meanwhile another inbox may have come. */
const PAUSED_INBOX_RECHECK_MS = 60 * MINUTE_MS;
const SECOND_MS = 1_000;

export type Moment = {
  now: Date;
  /** When the step fell due, or when a refused attempt may be repeated. */
  due: Date;
  effective: EffectiveZone;
};

/** What is said: `variantId` only while it is that variant's own words, and a template is nobody's to write. */
type Saying = { content: Content; variantId: string | null; isTemplate: boolean };

/** What becomes of a step that is due: channel, 24-hour window, quiet hours, limits, and then its words. */
export function dispatch(facts: Facts, step: Step, moment: Moment): Decision {
  const { now } = moment;
  const variant = variantOf(step, seedOf(facts));
  const saying: Saying = { ...variant, isTemplate: variant.content.type === "template" };
  const wish = { channel: step.channel, content: saying.content.type, openWindowAt: null };
  const choice = chooseChannel(wish, facts);
  if (choice.kind !== "chosen") return byChoice(facts, step, choice, saying, moment);
  if (saying.content.type === "template") {
    const { openText } = saying.content;
    const isFree = openText !== undefined && windowStateOf(choice.inbox, now) === "open";
    const content: Content = isFree ? { type: "text", text: openText } : saying.content;
    return byChoice(facts, step, choice, { ...saying, content }, moment);
  }
  if (isWindowOpen(choice.inbox, now)) return byChoice(facts, step, choice, saying, moment);

  const rule = step.windowClosed;
  const closed: Because = {
    code: "window_closed",
    data: {
      do: rule.do,
      inboxId: choice.inbox.id,
      inbox: choice.inbox.name,
      lastInboundAt: choice.inbox.lastInboundAt?.toISOString() ?? null,
    },
  };
  switch (rule.do) {
    case "template": {
      const content: Content = { type: "template", template: rule.template };
      const instead: Saying = { content, variantId: null, isTemplate: true };
      const replaced = chooseChannel({ ...wish, content: "template" }, { ...facts, inboxes: [choice.inbox] });
      return byChoice(facts, step, replaced, instead, moment);
    }
    case "other_channel": {
      const other = chooseChannel({ ...wish, channel: "automatic", openWindowAt: now }, facts);
      return byChoice(facts, step, other, saying, moment);
    }
    case "wait": {
      const until = later(moment.due, rule.days * DAY_MS);
      if (until > now) return { kind: "wait", until, because: closed };
      return { kind: "skip", stepId: step.id, because: closed };
    }
    case "skip":
      return { kind: "skip", stepId: step.id, because: closed };
  }
}

function byChoice(facts: Facts, step: Step, choice: ChannelChoice, saying: Saying, moment: Moment): Decision {
  const { now, due } = moment;
  const { content } = saying;
  switch (choice.kind) {
    case "none": {
      const data = { channel: step.channel, content: content.type, ...choice.obstacles };
      return { kind: "fail", stepId: step.id, because: { code: "no_channel", data } };
    }
    case "paused": {
      const data = { inboxId: choice.inbox.id, inbox: choice.inbox.name };
      const until = later(now, PAUSED_INBOX_RECHECK_MS);
      const queue = { inboxId: choice.inbox.id, since: due };
      return { kind: "wait", until, queue, because: { code: "inbox_paused", data } };
    }
    case "chosen": {
      const { inbox } = choice;
      const blocked = stepBlock(facts, inbox, content, now);
      if (blocked) return { kind: "wait", ...blocked };
      const hold = content.type === "template" ? templateHold(content.template, inbox, facts, now) : null;
      if (hold) return { kind: "wait", ...hold };
      const words: Words = saying.isTemplate
        ? { kind: "own", fallback: facts.maestro ? "template" : "no_ai" }
        : wordsOf(facts, step, { inbox, due, now });
      if (words.kind === "none") return words.decision;
      const quiet = quietHours(facts, moment);
      if (quiet) return saying.isTemplate ? quiet : whileQuiet(facts, step, quiet, { inbox, due, now });
      const held = contactLimits(facts, inbox, moment);
      if (held) return held;
      const room = placeIn(facts, inbox, moment);
      if (!room.ok) return room.held;
      return say(facts, step, { ...choice, ...saying, words, place: room.place }, moment);
    }
  }
}

type Chosen = Extract<ChannelChoice, { kind: "chosen" }>;
type Said = Chosen & Saying & { words: Exclude<Words, { kind: "none" }>; place: Place | null };

/** The send itself, unless its words cannot be said or do not hold any more. */
function say(facts: Facts, step: Step, said: Said, moment: Moment): Decision {
  const { inbox, address, why, content, variantId, words, place } = said;
  const { now, due, effective } = moment;
  const draft = words.kind === "draft" ? words.draft : null;
  const composed = composeContent(content, inbox, facts, now, draft ?? undefined);
  if (draft) {
    const broken = brokenOf(facts, step, draft, { inbox, now, composed });
    if (broken) return broughtBack(facts, step, { ...said, broken, draft }, moment);
  }
  if (!composed.ok) return { kind: "fail", stepId: step.id, because: composed.because };
  const { mode } = step.compose;
  const fallback = words.kind === "own" ? words.fallback : draft?.fallback;
  const category = content.type === "template" ? categoryOf(content.template, inbox, facts) : null;
  const data = {
    channel: inbox.channel,
    inbox: inbox.name,
    channelWhy: why,
    window: windowStateOf(inbox, now),
    dueAt: due.toISOString(),
    ...zoneData(effective),
    ...(mode !== "static" && { composeMode: mode }),
    // The content is what a step with AI says without one.
    ...(mode !== "static" && fallback && { fallback }),
    ...(draft && { draftId: draft.id }),
    ...(category && { category }),
  };
  return {
    kind: "send",
    stepId: step.id,
    inboxId: inbox.id,
    channel: inbox.channel,
    address,
    content: composed.content,
    variantId,
    place,
    draft: draft && { id: draft.id, revision: draft.revision },
    because: { code: "due", data },
  };
}

/** A person looks again; without one Maestro writes anew, and the second time the step says its own words. */
function broughtBack(
  facts: Facts,
  step: Step,
  said: Said & { broken: Broken; draft: DraftFacts },
  moment: Moment,
): Decision {
  const { broken, draft, inbox } = said;
  if (step.compose.mode === "ai_full" && draft.hasReturned) {
    return say(facts, step, { ...said, words: { kind: "own", fallback: "guard" } }, moment);
  }
  const { id: inboxId, channel } = inbox;
  return {
    kind: "return",
    stepId: step.id,
    draftId: draft.id,
    inboxId,
    channel,
    dueAt: moment.due,
    ...broken,
  };
}

/**
 * Null when sending is allowed now. The place in the spread is counted from the moment the step fell due, so a run
 * that is woken in between keeps its place.
 */
function quietHours(facts: Facts, { now, due, effective }: Moment): Decision | null {
  const { settings, sequence } = facts;
  const calendar: Calendar = {
    hours: settings.sendingHours,
    narrower: sequence.snapshot.sendingHours,
    zone: effective.zone,
    holidays: settings.holidays,
  };
  for (const from of [due, now]) {
    if (isOpen(from, calendar)) continue;
    const opening = nextOpening(from, calendar, seedOf(facts));
    if (!opening.ok) {
      return { kind: "end", reason: "failed", because: { code: "no_open_day", data: zoneData(effective) } };
    }
    if (opening.at > now) {
      const data = { dueAt: due.toISOString(), ...zoneData(effective) };
      return { kind: "wait", until: opening.at, because: { code: "quiet_hours", data } };
    }
  }
  return null;
}

/** Null when the contact has had its fill neither of all sequences nor of this inbox, and nobody goes first. */
function contactLimits(facts: Facts, { name, pace }: InboxFacts, { now, due }: Moment): Decision | null {
  const { contact, settings, sequence } = facts;
  const { limits, priority } = sequence.snapshot;
  const full = contactSlot(contact.sends, tighter(settings.limits, limits), now);
  if (full) {
    const { until, ...data } = full;
    return { kind: "wait", until, because: { code: "contact_limit", data } };
  }
  const { sends, rivals } = contact;
  const yielded = yieldsTo({ sends, rivals, priority, limits: settings.limits, due, now });
  if (yielded) return { kind: "wait", ...yielded };
  const { pairGapSeconds, pairAt } = pace;
  if (pairGapSeconds === null || !pairAt) return null;
  const until = later(pairAt, pairGapSeconds * SECOND_MS);
  if (until <= now) return null;
  const data = { span: "pair", limit: pairGapSeconds, used: 1, inbox: name };
  return { kind: "wait", until, because: { code: "contact_limit", data } };
}

type Room = { ok: true; place: Place | null } | { ok: false; held: Decision };

/** A place for the send, or the inbox's queue. */
function placeIn(facts: Facts, inbox: InboxFacts, { now, due }: Moment): Room {
  const { ticket } = facts.enrollment;
  const zone = accountZone(facts.settings);
  const answer = placeFor(inbox, {
    ...{ now, zone },
    ticketAt: ticket?.inboxId === inbox.id ? ticket.at : null,
    costsRecipient: costsRecipient(inbox, now),
  });
  if (answer.ok) return answer;
  const { until, ...data } = answer.hold;
  const held: Decision = {
    kind: "wait",
    until: queueEstimate(inbox, { until }, { now, zone }),
    queue: { inboxId: inbox.id, since: due },
    because: {
      code: "inbox_limit",
      data: { ...data, inbox: inbox.name, inboxId: inbox.id, ahead: inbox.pace.queued },
    },
  };
  return { ok: false, held };
}

function seedOf({ sequence, contact }: Facts): string {
  return runSeed({ sequenceId: sequence.id, contactId: contact.id });
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}
