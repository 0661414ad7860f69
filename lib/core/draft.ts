import { chooseChannel } from "./channel";
import type { DraftFacts } from "./draft-facts";
import type { Because, Decision, Facts, InboxFacts } from "./facts";
import type { Compose, Step } from "./model";
import { DEFAULT_DRAFT_EXPIRY } from "./model-maestro";
import { skipOf } from "./skip-rules";
import { runSeed, variantOf } from "./split";
import { isWindowOpen, windowClosesAt } from "./window";
import { MINUTE_MS } from "./zone";

const HOUR_MS = 60 * MINUTE_MS;
/** Later than any moment that a wait may have. */
const NEVER = new Date(8.64e15);

type AiCompose = Exclude<Compose, { mode: "static" }>;

/** How Maestro writes the step; null for one that says its own words. */
export const aiOf = ({ compose }: Pick<Step, "compose">): AiCompose | null =>
  compose.mode === "static" ? null : compose;

/** Whether a draft for the one step serves the other: the same is asked of Maestro, in a text that it may write. */
export function asksTheSame(one: Step | null, other: Step | null): boolean {
  const [a, b] = [one && aiOf(one), other && aiOf(other)];
  const isTemplate = (step: Step | null) => step?.content.type === "template";
  return a?.mode === b?.mode && a?.instruction === b?.instruction && isTemplate(one) === isTemplate(other);
}

/** Nothing that could go out, nor anything that a person looks at. */
const isUnwritten = (draft: DraftFacts | null | undefined): boolean =>
  !draft || draft.status === "failed" || draft.status === "withdrawn";

/**
 * What a step that is not due yet needs before it is: its draft is made the lead time ahead, by facts that are still
 * fresh, where a free text can go out then. Null where it waits for nothing but its moment.
 */
export function draftAhead(
  facts: Facts,
  step: Step,
  { now, due, data }: { now: Date; due: Date; data: Because["data"] },
): Decision | null {
  const { maestro, draft, enrollment } = facts;
  if (!aiOf(step) || enrollment.isHoldout) return null;
  if (draft?.status === "open") return wait(due, pending(draft, due));
  if (!maestro || !isUnwritten(draft)) return null;
  const from = new Date(due.getTime() - maestro.leadMinutes * MINUTE_MS);
  if (from > now) return wait(from, { code: "not_due", data: { ...data, composeAt: from.toISOString() } });
  const inbox = skipOf(step, facts, due) ? null : textInbox(facts, step, due);
  if (!inbox) return null;
  if (draft?.status !== "failed") return compose(step, inbox, due);
  // What could not be written for good is not tried again before it is due.
  if (!draft.retryAt) return null;
  const until = earlier(draft.retryAt, due);
  return until > now ? wait(until, retrying(draft, draft.retryAt, due)) : compose(step, inbox, due);
}

/** The inbox by which the step's own kind of text would go out at that moment; null where none would take one. */
function textInbox(facts: Facts, step: Step, at: Date): InboxFacts | null {
  const seed = runSeed({ sequenceId: facts.sequence.id, contactId: facts.contact.id });
  const content = variantOf(step, seed).content.type;
  if (content === "template") return null;
  const wish = { channel: step.channel, content, openWindowAt: null };
  const choice = chooseChannel(wish, facts);
  if (choice.kind !== "chosen") return null;
  if (isWindowOpen(choice.inbox, at)) return choice.inbox;
  if (step.windowClosed.do !== "other_channel") return null;
  const other = chooseChannel({ ...wish, channel: "automatic", openWindowAt: at }, facts);
  return other.kind === "chosen" ? other.inbox : null;
}

/** Whose words a step that is due says: its own with the code why, a draft's, or none before something else is done. */
export type Words =
  | { kind: "own"; fallback: string | null }
  | { kind: "draft"; draft: DraftFacts }
  | { kind: "none"; decision: Decision };

/** Of a step that is due and whose free text could go out by this inbox now. Nobody's unapproved words where a person is to approve. */
export function wordsOf(
  facts: Facts,
  step: Step,
  { inbox, due, now }: { inbox: InboxFacts; due: Date; now: Date },
): Words {
  const ai = aiOf(step);
  if (!ai) return { kind: "own", fallback: null };
  const { draft, maestro } = facts;
  const own = (fallback: string): Words => ({ kind: "own", fallback });
  const anew: Words = maestro ? { kind: "none", decision: compose(step, inbox, due) } : own("no_ai");
  if (!draft) return anew;
  switch (draft.status) {
    case "approved":
    case "used":
      return draft.fallback === FORESEEN ? own(FORESEEN) : { kind: "draft", draft };
    case "ready":
      // Whoever switches Maestro off wants nothing of it to go out that nobody has read.
      if (ai.mode !== "ai_full" || !maestro) return anew;
      if (draft.origin === "fallback") return own(draft.fallback ?? "no_ai");
      return isOtherKind(draft, inbox) ? anew : { kind: "draft", draft };
    case "open":
      return undecided(step, draft, { inbox, due, now });
    case "failed":
      // A person is asked, with the step's own words; without one they go out at once.
      return ai.mode === "ai_full" && maestro ? own(draft.fallback ?? "unavailable") : anew;
    case "discarded":
      return { kind: "none", decision: skipDiscarded(step, draft) };
    case "withdrawn":
      return anew;
  }
}

/** The night leaves time to try once more what could not be written before the step was due. */
export function whileQuiet(
  facts: Facts,
  step: Step,
  held: Decision,
  { inbox, due, now }: { inbox: InboxFacts; due: Date; now: Date },
): Decision {
  const { draft, maestro } = facts;
  const isTried = aiOf(step) !== null && maestro !== undefined && draft?.status === "failed";
  if (held.kind !== "wait" || !isTried || !draft.retryAt) return held;
  if (draft.retryAt <= now) return compose(step, inbox, due);
  return draft.retryAt < held.until ? wait(draft.retryAt, retrying(draft, draft.retryAt, due)) : held;
}

/** The code of words that nobody has written yet. */
export const FORESEEN = "foreseen";

/** What fits a mail or a chat does not fit an SMS. */
export const isOtherKind = (
  draft: Pick<DraftFacts, "channel">,
  inbox: Pick<InboxFacts, "channel">,
): boolean => (draft.channel === "sms") !== (inbox.channel === "sms");

function undecided(
  step: Step,
  draft: DraftFacts,
  { inbox, due, now }: { inbox: InboxFacts; due: Date; now: Date },
): Words {
  const expiry = expiryOf(step);
  const openedMs = draft.openedAt?.getTime() ?? now.getTime();
  const expiresAt = new Date(Math.max(openedMs + expiry.expireAfterHours * HOUR_MS, due.getTime()));
  const waiting = pending(draft, due);
  if (expiry.does === "keep_waiting" || expiresAt > now) {
    // When the window closes the step's rule for that applies, whether or not anybody looks at the run.
    const closesAt = inbox.hasWindow ? windowClosesAt(inbox) : null;
    const until = expiry.does === "keep_waiting" ? NEVER : expiresAt;
    return { kind: "none", decision: wait(closesAt ? earlier(closesAt, until) : until, waiting) };
  }
  if (expiry.does === "send_fallback") return { kind: "own", fallback: "expired" };
  const data = { ...waiting.data, expiredAt: expiresAt.toISOString() };
  return {
    kind: "none",
    decision: { kind: "skip", stepId: step.id, because: { code: "draft_expired", data } },
  };
}

/** What becomes of the step's drafts that nobody decides. */
export const expiryOf = (step: Pick<Step, "compose">) => aiOf(step)?.expiry ?? DEFAULT_DRAFT_EXPIRY;

/** Null unless a person decided that the step is not sent, by whatever channel and in whatever words. */
export const discarded = ({ draft }: Facts, step: Step): Decision | null =>
  aiOf(step) && draft?.status === "discarded" ? skipDiscarded(step, draft) : null;

const skipDiscarded = (step: Step, draft: DraftFacts): Decision => ({
  kind: "skip",
  stepId: step.id,
  because: { code: "draft_discarded", data: { draftId: draft.id } },
});

function compose(step: Step, inbox: InboxFacts, due: Date): Decision {
  const data = { composeMode: step.compose.mode, channel: inbox.channel, dueAt: due.toISOString() };
  return { kind: "compose", stepId: step.id, inboxId: inbox.id, because: { code: "draft_needed", data } };
}

function pending(draft: DraftFacts, due: Date): Because {
  const data = {
    draftId: draft.id,
    openedAt: draft.openedAt?.toISOString() ?? null,
    dueAt: due.toISOString(),
  };
  return { code: "approval_pending", data };
}

function retrying({ attempts, fallback }: DraftFacts, retryAt: Date, due: Date): Because {
  const data = { attempts, outcome: fallback, retryAt: retryAt.toISOString(), dueAt: due.toISOString() };
  return { code: "draft_retry", data };
}

const wait = (until: Date, because: Because): Decision => ({ kind: "wait", until, because });
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
