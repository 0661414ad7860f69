import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { aiOf } from "./draft";
import type { Facts } from "./facts";
import { stepOf } from "./next-step";
import { preview } from "./preview";
import { anyFacts, instant } from "./test-arbitraries";
import { afterTurn, isQuiet, isRefused } from "./test-engine";
import { aContact, anEmailInbox, anInbox, aStep, someFacts } from "./test-facts";
import { anyDraft, anyMaestro } from "./test-maestro";

const DAY = 86_400_000;
/** Thousands of runs on a busy machine. */
const PATIENCE = { timeout: 60_000 };

const anySoon = fc
  .tuple(anyFacts, anyMaestro, instant, fc.integer({ min: -300, max: 300 }), fc.integer({ min: 0, max: 99 }))
  .map(([some, maestro, now, minutes, rest]) => {
    const { enrollment, ...start } = begun(some, maestro, now);
    const at = { enrolledAt: new Date(now.getTime() - 30 * DAY), waitFromAt: now };
    const dueAtOverride = new Date(now.getTime() + minutes * 60_000);
    // One in ten is not as it should be.
    const status = rest < 5 ? ("paused" as const) : rest < 10 ? ("ended" as const) : ("active" as const);
    const isHoldout = rest >= 10 && rest < 15;
    const facts = { ...start, enrollment: { ...enrollment, ...at, dueAtOverride, status, isHoldout } };
    return { facts, now };
  });

/** Around the moment at which the step is due, whatever was written for it. */
const anyWritten = fc
  .tuple(anySoon, fc.option(anyDraft, { freq: 5 }), fc.boolean())
  .map(([{ facts, now }, draft, isOff]) => ({
    now,
    facts: { ...facts, draft, ...(isOff && { maestro: undefined }) },
  }));

describe("for any facts around the moment of a step, with what Maestro wrote", PATIENCE, () => {
  it("nothing is said of a draft that nobody approved, unless its step asks nobody", () => {
    const said = new Map<string, number>();
    fc.assert(
      fc.property(anyWritten, ({ facts, now }) => {
        const decision = decide(facts, now);
        if (decision.kind !== "send") return;
        const { status } = facts.draft ?? {};
        const mode = stepOf(decision.stepId, facts.sequence.snapshot)?.compose.mode ?? "static";
        const isDraft = decision.content.text.startsWith("Words called");
        expect(isDraft).toBe(decision.draft !== null);
        if (!isDraft) return;
        expect(decision.draft).toEqual({ id: "draft", revision: 3 });
        said.set(`${mode} ${status}`, (said.get(`${mode} ${status}`) ?? 0) + 1);
        if (status === "ready") expect([mode, facts.maestro === undefined]).toEqual(["ai_full", false]);
        else expect(["approved", "used"]).toContain(status);
      }),
      { numRuns: 4_000, seed: 11 },
    );
    expect([...said.keys()].sort()).toEqual([
      ...["ai_assisted approved", "ai_assisted used", "ai_full approved", "ai_full ready", "ai_full used"],
    ]);
  });

  it("nothing is written for a run that is over, paused or held out", () => {
    let composed = 0;
    fc.assert(
      fc.property(anyWritten, ({ facts, now }) => {
        const { kind } = decide(facts, now);
        if (kind !== "compose" && kind !== "return") return;
        composed++;
        const { status, isHoldout } = facts.enrollment;
        expect({ status, isHoldout }).toEqual({ status: "active", isHoldout: false });
        if (kind === "compose") expect(facts.maestro).toBeDefined();
        else expect(["approved", "ready", "used"]).toContain(facts.draft?.status);
      }),
      { numRuns: 3_000, seed: 12 },
    );
    expect(composed).toBeGreaterThan(200);
  });
});

describe("over any history of a run that Maestro writes", PATIENCE, () => {
  const chances = fc.array(fc.nat(999), { minLength: 120, maxLength: 120 });

  it("a step is sent at most once, never after a stop or in quiet hours, and the run gets on", () => {
    const told = new Map<string, number>();
    fc.assert(
      fc.property(anyFacts, anyMaestro, instant, chances, (some, maestro, now, chance) => {
        const sent = live(begun(some, maestro, now), now, chance, (what) =>
          told.set(what, (told.get(what) ?? 0) + 1),
        );
        expect(new Set(sent.map(({ stepId }) => stepId)).size).toBe(sent.length);
      }),
      { numRuns: 1_000, seed: 13 },
    );
    const kinds = ["compose", "send ai", "send own", "skip draft_discarded", "wait approval_pending"];
    for (const kind of kinds) expect(told.get(kind) ?? 0, kind).toBeGreaterThan(20);
    expect(told.get("wait draft_retry") ?? 0).toBeGreaterThan(10);
    expect(told.get("skip draft_expired") ?? 0).toBeGreaterThan(10);
  });

  it("a preview has the moments of a run whose drafts are written and approved in time", () => {
    let sends = 0;
    fc.assert(
      fc.property(anyFacts, anyMaestro, instant, (some, maestro, now) => {
        const start = begun(some, { ...maestro, bannedWords: [] }, now);
        const foreseen = preview(start, now).steps.flatMap(({ stepId, at, send, because }) => {
          const isAi = aiOf(stepOf(stepId, start.sequence.snapshot) ?? aStep()) !== null;
          if (send) expect(because.data.fallback).toBe(isAi ? "foreseen" : undefined);
          return send ? [{ stepId, at }] : [];
        });
        // Writes at once and approves at once.
        const sent = live(
          start,
          now,
          Array.from({ length: 400 }, () => 95),
        );
        expect(sent.map(({ stepId, at }) => ({ stepId, at }))).toEqual(foreseen);
        sends += foreseen.length;
      }),
      { numRuns: 500, seed: 14 },
    );
    expect(sends).toBeGreaterThan(250);
  });
});

/** A run that begins now in an active sequence whose steps are of every mode, with a contact in reach. */
function begun(some: Facts, maestro: NonNullable<Facts["maestro"]>, now: Date): Facts {
  const { contact, sequence, record, settings } = some;
  const steps = sequence.snapshot.steps.map(({ id, wait, compose }) => ({ ...aStep(), id, wait, compose }));
  return {
    ...someFacts(),
    ...{ settings, record, maestro, draft: null },
    enrollment: {
      ...{ ...some.enrollment, status: "active", stepId: "step-0", enrolledAt: now, waitFromAt: now },
      ...{ isHoldout: false, repliesFrom: null, ticket: null, pausedUntil: null },
    },
    sequence: { id: "sequence", status: "active", snapshot: { ...sequence.snapshot, steps, endsOn: null } },
    contact: { ...aContact(), timeZone: contact.timeZone, phone: contact.phone },
    inboxes: [anInbox({ hasWindow: false }), anEmailInbox()],
  };
}

/** A life of the run with opt-outs, and people who approve, discard or do not look, as `chances` has them. */
function live(start: Facts, from: Date, chances: number[], tell: (what: string) => void = () => {}) {
  const sent: { stepId: string; at: Date }[] = [];
  let facts = start;
  let now = from;
  let isStopped = false;
  let writings = 0;
  for (const chance of chances) {
    const decision = decide(facts, now);
    if (decision.kind === "end") return sent;
    writings = decision.kind === "compose" || decision.kind === "return" ? writings + 1 : 0;
    // Written, come back, written anew: after that something else has to happen.
    expect(writings).toBeLessThan(5);
    if (decision.kind === "send") {
      expect(isStopped).toBe(false);
      expect(isQuiet(facts, now)).toBe(false);
      expect(["open", "discarded", "failed"].map((status) => `Words called ${status}`)).not.toContain(
        decision.content.text,
      );
      if (!isRefused(chance)) sent.push({ stepId: decision.stepId, at: now });
      tell(decision.draft ? "send ai" : "send own");
    } else tell(decision.kind === "compose" ? "compose" : `${decision.kind} ${decision.because.code}`);
    ({ facts, now } = afterTurn(facts, decision, now, chance));
    if (chance % 60 === 7) {
      facts = { ...facts, contact: { ...facts.contact, suppressions: [{ channel: "all", at: now }] } };
      isStopped = true;
    }
  }
  return sent;
}
