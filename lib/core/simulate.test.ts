import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Facts } from "./facts";
import { createHeap } from "./heap";
import type { Step } from "./model";
import type { InboxLimits } from "./model-inboxes";
import { NO_INBOX_LIMITS } from "./model-inboxes";
import { preview } from "./preview";
import { type SimulatedRun, simulate } from "./simulate";
import {
  ALWAYS,
  aContact,
  anInbox,
  aSnapshot,
  aStep,
  NOW,
  OFFICE,
  someFacts,
  someSettings,
} from "./test-facts";

const STEPS: Step[] = Array.from({ length: 5 }, (_, index) =>
  aStep({
    id: `01930000-0000-7000-8000-00000000001${index}`,
    wait: index === 0 ? { amount: 0, unit: "minutes" } : { amount: 2, unit: "days", at: "09:30" },
  }),
);

function aRun(
  index: number,
  changes: { limits?: Partial<InboxLimits>; settings?: Facts["settings"] } = {},
): SimulatedRun {
  const limits = { ...NO_INBOX_LIMITS, ...changes.limits };
  const facts = someFacts({
    enrollment: { stepId: STEPS[0]?.id ?? null, enrolledAt: NOW, waitFromAt: NOW },
    sequence: { snapshot: aSnapshot({ steps: STEPS }) },
    contact: aContact({ id: `contact-${index}` }),
    inboxes: [anInbox({ hasWindow: false, limits })],
    ...(changes.settings && { settings: changes.settings }),
  });
  return { facts, startAt: NOW, isOther: false };
}

function outcome(runs: SimulatedRun[]) {
  const steps = simulate(runs, NOW);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const crowd = (size: number, changes: Parameters<typeof aRun>[1] = {}) =>
  Array.from({ length: size }, (_, index) => aRun(index, changes));
const sentIn = (runs: SimulatedRun[]) => outcome(runs).sends.reduce((sum, { count }) => sum + count, 0);

describe("a simulation", () => {
  it("of one person is the preview of that person", () => {
    for (const settings of [someSettings(), someSettings({ sendingHours: OFFICE })]) {
      const run = aRun(1, { settings });
      const foreseen = preview(run.facts, NOW);
      const simulated = outcome([run]);
      const days = foreseen.steps.map(({ at }) =>
        new Date(at.getTime() - 3 * 3_600_000).toISOString().slice(0, 10),
      );
      expect(simulated.sends.flatMap(({ day, count }) => Array(count).fill(day))).toEqual(days);
      expect([simulated.firstSendAt, simulated.lastSendAt]).toEqual([
        foreseen.steps[0]?.at,
        foreseen.steps.at(-1)?.at,
      ]);
      expect(simulated.ends).toEqual([{ reason: foreseen.end?.reason, people: 1 }]);
    }
  });

  it("sends no more from an inbox in a day than its limit, and everything in the end", () => {
    const { sends, deferred } = outcome(crowd(100, { limits: { perDay: 30 } }));
    expect(Math.max(...sends.map(({ count }) => count))).toBe(30);
    expect(sends.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    expect(deferred[0]).toMatchObject({ code: "inbox_limit" });
  });

  it("gives the room that a run leaves unused to the next in line", () => {
    const runs = crowd(60, { limits: { perDay: 10 } });
    // Two in three cannot be written to at all: no name, and a text that needs one.
    const unnamed = runs.map((run, index) => {
      const steps = STEPS.slice(0, 1).map((step) => ({
        ...step,
        content: { type: "text" as const, text: "{{ contact.name }}" },
      }));
      const contact = aContact({ ...run.facts.contact, name: index % 3 === 0 ? "Ana" : "" });
      return {
        ...run,
        facts: { ...run.facts, contact, sequence: { ...run.facts.sequence, snapshot: aSnapshot({ steps }) } },
      };
    });
    expect(outcome(unnamed).sends.map(({ count }) => count)).toEqual([10, 10]);
  });

  it("lets other sequences take their part of an inbox without counting their people", () => {
    const others = crowd(50, { limits: { perDay: 20 } }).map((run, index) => ({
      ...run,
      isOther: true,
      facts: {
        ...run.facts,
        contact: aContact({ id: `other-${index}` }),
        sequence: { ...run.facts.sequence, id: "other" },
      },
    }));
    const alone = outcome(crowd(20, { limits: { perDay: 20 } }));
    const beside = outcome([...crowd(20, { limits: { perDay: 20 } }), ...others]);
    expect(beside.people).toBe(20);
    expect(beside.lastSendAt?.getTime()).toBeGreaterThan(alone.lastSendAt?.getTime() ?? 0);
    const perDay = new Map<string, number>();
    for (const { day, count } of [...beside.sends, ...beside.otherSends])
      perDay.set(day, (perDay.get(day) ?? 0) + count);
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(20);
  });

  it("counts the contact's limit over two sequences", () => {
    const settings = someSettings({
      sendingHours: ALWAYS,
      limits: { perDay: 1, perWeek: null, gapMinutes: null },
    });
    const one = aRun(1, { settings });
    const two = { ...one, facts: { ...one.facts, sequence: { ...one.facts.sequence, id: "second" } } };
    const { sends, deferred } = outcome([one, two]);
    expect(sends.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    expect(deferred.map(({ code }) => code)).toContain("contact_limit");
  });

  it("comes to an end, with everybody accounted for, whatever the limits", () => {
    const limit = fc.option(fc.integer({ min: 1, max: 40 }), { nil: null });
    fc.assert(
      fc.property(
        fc.record({ perMinute: limit, perHour: limit, perDay: limit }),
        fc.integer({ min: 1, max: 40 }),
        (limits, size) => {
          const { ends, unfinished, sends } = outcome(crowd(size, { limits }));
          expect(ends.reduce((sum, { people }) => sum + people, 0) + unfinished).toBe(size);
          if (limits.perDay !== null)
            expect(Math.max(...sends.map(({ count }) => count))).toBeLessThanOrEqual(limits.perDay);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("tells how far it is, up to all", () => {
    const steps = simulate(crowd(400), NOW);
    const told: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) told.push(step.value.done);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(sentIn(crowd(3))).toBe(15);
  });
});

describe("the queue by time", () => {
  it("gives what was put in, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (times) => {
        const heap = createHeap();
        for (const [order, atMs] of times.entries()) heap.push(atMs, order);
        const popped = times.map(() => heap.pop());
        const sorted = times
          .map((atMs, order) => ({ atMs, order }))
          .sort((a, b) => a.atMs - b.atMs || a.order - b.order);
        expect(popped).toEqual(sorted);
        expect(heap.pop()).toBeNull();
      }),
    );
  });
});
