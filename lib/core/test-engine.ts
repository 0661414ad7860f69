import { accountZone, effectiveZone } from "./effective-zone";
import type { Decision, Facts } from "./facts";
import { advanceOnce, withoutQueue } from "./fold";
import type { SendingHours } from "./model";
import { nextStepId } from "./next-step";
import { usedAfterSend } from "./pace";
import { costsRecipient, recipientsAfterSend } from "./pace-recipients";
import { clockOf } from "./test-clock";
import { composed, looked } from "./test-maestro";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** The engine in small, for property tests: acts on decisions, crashes, retries and is woken early, as `chance` says. */
export function afterTurn(
  facts: Facts,
  decision: Decision,
  now: Date,
  chance: number,
): { facts: Facts; now: Date } {
  switch (decision.kind) {
    case "wait": {
      // Whoever waited for the queue's end, as it was estimated, finds it over.
      if (decision.queue) return { facts: withoutQueue(facts), now: decision.until };
      // One in three wakes comes early.
      const share = chance % 3 === 0 ? (chance % 100) / 100 : 1;
      const slept = Math.ceil((decision.until.getTime() - now.getTime()) * share);
      return { facts: looked(facts, chance), now: new Date(now.getTime() + slept) };
    }
    case "send": {
      const attempts = (facts.current?.attempts ?? 0) + 1;
      if (isRefused(chance)) {
        const retryAt = new Date(now.getTime() + chance * MINUTE);
        const current = { status: "scheduled" as const, claimedAt: null, retryAt, attempts };
        return { facts: { ...used(facts, decision), current }, now };
      }
      const sent = used(counted(facts, decision, now), decision);
      if (chance % 10 === 2 || chance % 10 === 3) {
        // The process dies before it recorded the outcome, or before it moved the pointer.
        const status = chance % 10 === 2 ? ("claimed" as const) : ("sent" as const);
        return { facts: { ...sent, current: { status, claimedAt: now, retryAt: null, attempts } }, now };
      }
      return { facts: moved(sent, decision.stepId, now, true), now };
    }
    case "compose":
      return { facts: { ...facts, draft: composed(facts, decision, now, chance) }, now };
    case "return":
      return { facts: advanceOnce(facts, now).nextFacts, now };
    case "skip":
    case "fail":
    case "lost":
      return { facts: moved(facts, decision.stepId, now, false), now };
    case "end":
      return { facts, now };
  }
}

/** The claim takes the draft's words, whatever becomes of the attempt. */
function used(facts: Facts, { draft }: Extract<Decision, { kind: "send" }>): Facts {
  return draft && facts.draft ? { ...facts, draft: { ...facts.draft, status: "used" } } : facts;
}

/** Refused for now: surely not taken. */
export const isRefused = (chance: number) => chance % 10 === 1;

function counted(facts: Facts, { inboxId, place }: Extract<Decision, { kind: "send" }>, now: Date): Facts {
  const { contact, inboxes, settings } = facts;
  const at = place?.at ?? now;
  const sends = [...contact.sends.filter((one) => at.getTime() - one.getTime() < 7 * DAY), at];
  return {
    ...facts,
    contact: { ...contact, sends, messagedAt: at },
    inboxes: inboxes.map((inbox) => {
      if (inbox.id !== inboxId) return inbox;
      const { pace } = inbox;
      const people = pace.recipients;
      const recipients = people && recipientsAfterSend(people, costsRecipient(inbox, now), at);
      const nextAtMs = place?.nextAtMs ?? pace.nextAtMs;
      const used = usedAfterSend(inbox.used, at, accountZone(settings));
      return { ...inbox, used, pace: { ...pace, nextAtMs, pairAt: at, recipients } };
    }),
  };
}

function moved(facts: Facts, stepId: string, now: Date, wasSent: boolean): Facts {
  const next = nextStepId(stepId, facts.sequence.snapshot);
  return {
    ...facts,
    enrollment: { ...facts.enrollment, stepId: next, waitFromAt: now, dueAtOverride: null },
    current: null,
    draft: null,
    sentAny: facts.sentAny || wasSent,
  };
}

/** Read off the runtime's own formatter, without the core's calendar. */
export function isQuiet({ contact, settings, sequence }: Facts, now: Date): boolean {
  const localMs = clockOf(effectiveZone(contact, settings).zone)(now.getTime());
  const local = new Date(localMs);
  const weekday = (local.getUTCDay() + 6) % 7;
  const clock = local.toISOString().slice(11, 16);
  const isIn = (hours: SendingHours) =>
    (hours[weekday] ?? []).some(({ from, to }) => from <= clock && (to === "00:00" || clock < to));
  if (settings.holidays.some(({ date }) => date === local.toISOString().slice(0, 10))) return true;
  const narrower = sequence.snapshot.sendingHours;
  return !isIn(settings.sendingHours) || (narrower !== null && !isIn(narrower));
}

/** Which limit one more send at this moment would break, counted from the history alone; null when none. */
export function brokenLimit(
  facts: Facts,
  history: { at: Date; inboxId: string }[],
  send: { at: Date; inboxId: string },
) {
  const { settings, sequence, inboxes } = facts;
  const ago = (one: { at: Date }) => send.at.getTime() - one.at.getTime();
  for (const { perDay, perWeek, gapMinutes } of [settings.limits, sequence.snapshot.limits]) {
    if (perDay !== null && history.filter((one) => ago(one) < DAY).length >= perDay)
      return "day of the contact";
    if (perWeek !== null && history.filter((one) => ago(one) < 7 * DAY).length >= perWeek)
      return "week of the contact";
    if (gapMinutes !== null && history.some((one) => ago(one) < gapMinutes * MINUTE)) return "gap";
  }
  const local = clockOf(accountZone(settings));
  const stamp = (at: Date) => new Date(local(at.getTime())).toISOString();
  const limits = inboxes.find(({ id }) => id === send.inboxId)?.limits;
  for (const [limit, digits] of [
    [limits?.perMinute, "2026-11-18T15:00".length],
    [limits?.perHour, "2026-11-18T15".length],
    [limits?.perDay, "2026-11-18".length],
  ] as const) {
    const now = stamp(send.at).slice(0, digits);
    // A minute that the clocks show twice is two minutes.
    const isSame = (one: { at: Date; inboxId: string }) =>
      one.inboxId === send.inboxId &&
      stamp(one.at).slice(0, digits) === now &&
      (digits < 16 || ago(one) < MINUTE);
    if (limit && history.filter(isSame).length >= limit) return `${now} of the inbox`;
  }
  return null;
}
