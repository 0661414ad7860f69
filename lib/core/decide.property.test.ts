import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { effectiveZone } from "./effective-zone";
import { type Decision, type Facts, REASON_CODES } from "./facts";
import type { SendingHours } from "./model";
import { nextStepId } from "./next-step";
import { preview } from "./preview";
import { anyFacts, instant, liveFacts } from "./test-arbitraries";
import { clockOf } from "./test-clock";
import { aContact, anEmailInbox, anInbox, aStep, someFacts } from "./test-facts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Thousands of runs on a busy machine. */
const PATIENCE = { timeout: 60_000 };

describe("for any facts at any moment", PATIENCE, () => {
  it("there is an answer with a reason, and a wait lies ahead but not too far", () => {
    const kinds: Record<string, number> = {};
    fc.assert(
      fc.property(fc.oneof(anyFacts, liveFacts), instant, (facts, now) => {
        const decision = decide(facts, now);
        kinds[decision.kind] = (kinds[decision.kind] ?? 0) + 1;
        expect(REASON_CODES).toContain(decision.because.code);
        expect(decide(facts, now)).toEqual(decision);
        if (decision.kind !== "wait") return;
        expect(decision.until > now).toBe(true);
        expect(decision.until.getTime() - now.getTime()).toBeLessThanOrEqual(30 * DAY);
      }),
      { numRuns: 5_000 },
    );
    expect(Object.keys(kinds).sort()).toEqual(["end", "fail", "lost", "send", "skip", "wait"]);
  });

  it("nothing is sent in quiet hours, by the clock of the contact's zone", () => {
    let sends = 0;
    fc.assert(
      fc.property(anyFacts, instant, (facts, now) => {
        const ready = inReach(facts, now);
        let at = now;
        for (let turn = 0; turn < 20; turn++) {
          const decision = decide(ready, at);
          if (decision.kind === "send") {
            sends++;
            expect(isQuiet(ready, at)).toBe(false);
          }
          if (decision.kind !== "wait") return;
          at = decision.until;
        }
      }),
      { numRuns: 5_000 },
    );
    expect(sends).toBeGreaterThan(1_000);
  });

  it("a preview comes to an end", () => {
    fc.assert(
      fc.property(anyFacts, instant, (facts, now) => void preview(facts, now)),
      { numRuns: 500 },
    );
  });
});

describe("over any history that the engine may live through", PATIENCE, () => {
  it("a step is sent at most once, never after a stop and never in quiet hours, and an end is for ever", () => {
    let sends = 0;
    let ends = 0;
    fc.assert(
      fc.property(
        anyFacts,
        instant,
        fc.array(fc.nat(999), { minLength: 80, maxLength: 80 }),
        (facts, now, chances) => {
          const history = live(inReach(facts, now), now, chances);
          sends += history.sent.length;
          ends += history.ended ? 1 : 0;
          expect(new Set(history.sent).size).toBe(history.sent.length);
        },
      ),
      { numRuns: 1_500 },
    );
    expect(sends).toBeGreaterThan(1_000);
    expect(ends).toBeGreaterThan(300);
  });
});

/** The engine in small: acts on decisions, crashes, retries, is woken early, and hears replies and opt-outs. */
function live(start: Facts, from: Date, chances: number[]): { sent: string[]; ended: boolean } {
  const sent: string[] = [];
  let facts: Facts = { ...start, current: null };
  let now = from;
  let isStopped = false;
  for (const chance of chances) {
    const decision = decide(facts, now);
    if (decision.kind === "end") {
      const ended: Facts = {
        ...facts,
        enrollment: { ...facts.enrollment, status: "ended", endReason: decision.reason },
      };
      const later = decide(ended, new Date(now.getTime() + chance * DAY));
      expect(later).toMatchObject({ kind: "end", reason: decision.reason });
      return { sent, ended: true };
    }
    if (decision.kind === "send") {
      expect(isStopped).toBe(false);
      expect(isQuiet(facts, now)).toBe(false);
    }
    ({ facts, now } = afterTurn(facts, decision, now, chance, sent));
    if (chance % 50 === 7) {
      facts = { ...facts, contact: { ...facts.contact, suppressions: [{ channel: "all", at: now }] } };
      isStopped = true;
    }
    if (chance % 50 === 8 && facts.sequence.snapshot.exitRules.onReply === "any_channel") {
      const at = new Date(Math.max(now.getTime(), facts.enrollment.enrolledAt.getTime() + 1));
      facts = { ...facts, contact: { ...facts.contact, lastReply: { at, conversationId: "x" } } };
      isStopped = true;
    }
  }
  return { sent, ended: false };
}

function afterTurn(facts: Facts, decision: Decision, now: Date, chance: number, sent: string[]) {
  switch (decision.kind) {
    case "wait": {
      // One in three wakes comes early.
      const share = chance % 3 === 0 ? (chance % 100) / 100 : 1;
      return {
        facts,
        now: new Date(now.getTime() + Math.ceil((decision.until.getTime() - now.getTime()) * share)),
      };
    }
    case "send": {
      const attempts = (facts.current?.attempts ?? 0) + 1;
      if (chance % 10 === 1) {
        // Refused for now: surely not taken.
        const retryAt = new Date(now.getTime() + chance * MINUTE);
        return {
          facts: { ...facts, current: { status: "scheduled" as const, claimedAt: null, retryAt, attempts } },
          now,
        };
      }
      sent.push(decision.stepId);
      if (chance % 10 === 2) {
        // The process dies after the provider took it and before the outcome was recorded.
        return {
          facts: {
            ...facts,
            current: { status: "claimed" as const, claimedAt: now, retryAt: null, attempts },
          },
          now,
        };
      }
      if (chance % 10 === 3) {
        // The outcome is recorded, the pointer is not moved.
        return {
          facts: { ...facts, current: { status: "sent" as const, claimedAt: now, retryAt: null, attempts } },
          now,
        };
      }
      return { facts: moved(facts, decision.stepId, now, true), now };
    }
    case "skip":
    case "fail":
    case "lost":
      return { facts: moved(facts, decision.stepId, now, false), now };
    case "end":
      return { facts, now };
  }
}

function moved(facts: Facts, stepId: string, now: Date, wasSent: boolean): Facts {
  const next = nextStepId(stepId, facts.sequence.snapshot);
  return {
    ...facts,
    enrollment: { ...facts.enrollment, stepId: next, waitFromAt: now, dueAtOverride: null },
    current: null,
    sentAny: facts.sentAny || wasSent,
  };
}

/** A run that begins now, with a contact who can be written to in an active sequence, so that sends are frequent. */
function inReach(facts: Facts, now: Date): Facts {
  const { contact, sequence } = facts;
  const steps = sequence.snapshot.steps.map((step) => ({ ...aStep(), id: step.id, wait: step.wait }));
  const begun = { status: "active" as const, stepId: "step-0", enrolledAt: now, waitFromAt: now };
  const enrollment = { ...facts.enrollment, ...begun };
  return {
    ...someFacts(),
    settings: facts.settings,
    enrollment,
    sequence: { id: "sequence", status: "active", snapshot: { ...sequence.snapshot, steps } },
    contact: { ...aContact(), timeZone: contact.timeZone, phone: contact.phone },
    inboxes: [anInbox({ hasWindow: false }), anEmailInbox()],
  };
}

/** Read off the runtime's own formatter, without the core's calendar. */
function isQuiet({ contact, settings, sequence }: Facts, now: Date): boolean {
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
