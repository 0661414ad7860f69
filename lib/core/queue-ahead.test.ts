import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capacitiesOf } from "./day-capacity";
import { NO_INBOX_LIMITS } from "./model-inboxes";
import { type AheadStep, type Arrival, queueAhead } from "./queue-ahead";

const DAYS = 7;
const inbox = (id: string, capacity: number) => ({
  id,
  capacities: Array.from({ length: DAYS }, () => capacity),
});
const by = (...ids: string[]): AheadStep["inboxes"] => ids.map((id) => ({ id, weight: 1 }));
const sentOf = (result: ReturnType<typeof queueAhead>, id: string) =>
  result.days.map(({ sent }) => sent.get(id) ?? 0);

describe("the queue ahead", () => {
  it("carries over what an inbox has no room for, and says what is left", () => {
    const steps = [{ inboxes: by("a"), waitDays: null }];
    const result = queueAhead([{ steps, step: 0, day: 0, count: 25 }], {
      inboxes: [inbox("a", 3)],
      days: DAYS,
    });
    expect(sentOf(result, "a")).toEqual([3, 3, 3, 3, 3, 3, 3]);
    expect(result.left).toEqual(new Map([["a", 4]]));
  });

  it("sends the next step after its wait, counted from when the one before went out", () => {
    const steps = [
      { inboxes: by("a"), waitDays: null },
      { inboxes: by("a"), waitDays: 2 },
      { inboxes: by("b"), waitDays: 0 },
    ];
    const inboxes = [inbox("a", 10), inbox("b", Number.POSITIVE_INFINITY)];
    const result = queueAhead([{ steps, step: 0, day: 0, count: 15 }], { inboxes, days: DAYS });
    expect(sentOf(result, "a")).toEqual([10, 5, 10, 5, 0, 0, 0]);
    expect(sentOf(result, "b")).toEqual([0, 0, 10, 5, 0, 0, 0]);
  });

  it("keeps apart what no inbox can deliver", () => {
    const steps = [{ inboxes: by("gone"), waitDays: null }];
    const result = queueAhead([{ steps, step: 0, day: 1, count: 4 }], {
      inboxes: [inbox("a", 1)],
      days: DAYS,
    });
    expect(result).toMatchObject({ nowhere: 4, left: new Map() });
  });

  it("never sends more than an inbox may, and loses nobody, whatever comes", () => {
    const ids = ["a", "b", "c"];
    const stepOf = fc.record({
      inboxes: fc.array(fc.record({ id: fc.constantFrom(...ids, "gone"), weight: fc.nat(5) }), {
        maxLength: 3,
      }),
      waitDays: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    });
    const arrivalOf: fc.Arbitrary<Arrival> = fc.array(stepOf, { minLength: 1, maxLength: 5 }).chain((steps) =>
      fc.record({
        steps: fc.constant(steps),
        step: fc.nat(steps.length - 1),
        day: fc.integer({ min: -2, max: DAYS - 1 }),
        count: fc.integer({ min: 0, max: 500 }),
      }),
    );
    const capacityOf = fc.oneof(fc.nat(120), fc.constant(Number.POSITIVE_INFINITY));
    const inboxesOf = fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          capacities: fc.array(capacityOf, { minLength: DAYS, maxLength: DAYS }),
        }),
      ),
    );
    fc.assert(
      fc.property(fc.array(arrivalOf, { maxLength: 20 }), inboxesOf, (arrivals, inboxes) => {
        const result = queueAhead(arrivals, { inboxes, days: DAYS });
        for (const { id, capacities } of inboxes) {
          for (const [day, count] of sentOf(result, id).entries())
            expect(count).toBeLessThanOrEqual(capacities[day] ?? 0);
        }
        const sum = (counts: Iterable<number>) => [...counts].reduce((all, count) => all + count, 0);
        const came = sum(result.days.map(({ arrived }) => arrived));
        const sent = sum(result.days.flatMap((day) => [...day.sent.values()]));
        expect(came).toBe(sent + sum(result.left.values()) + result.nowhere);
        // Whoever comes was there at the beginning, or was sent before.
        const first = sum(arrivals.map(({ count }) => count));
        expect(came).toBeGreaterThanOrEqual(first);
        expect(came).toBeLessThanOrEqual(first + sent);
      }),
    );
  });
});

describe("what an inbox may still send", () => {
  const open = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: "09:00", to: "18:00" }] : []));
  /** A Friday at noon in São Paulo. */
  const days = {
    ...{ now: new Date("2026-03-13T15:00:00Z"), zone: "America/Sao_Paulo", hours: open, days: 5 },
    holidays: [{ date: "2026-03-16" }],
  };

  it("is nothing on closed days, and today what is left of it", () => {
    const limits = { ...NO_INBOX_LIMITS, perDay: 100 };
    expect(capacitiesOf({ limits, usedToday: 30 }, days)).toEqual([70, 0, 0, 0, 100]);
    expect(capacitiesOf({ limits, usedToday: 130 }, days)).toEqual([0, 0, 0, 0, 100]);
  });

  it("follows the hours that are open, and the plan of a warm-up", () => {
    const perHour = { ...NO_INBOX_LIMITS, perHour: 10 };
    expect(capacitiesOf({ limits: perHour, usedToday: 0 }, days)).toEqual([60, 0, 0, 0, 90]);
    const warmUp = { startsOn: "2026-03-13", perDay: [5, 10, 20, 40, 80] };
    expect(capacitiesOf({ limits: { ...NO_INBOX_LIMITS, warmUp }, usedToday: 0 }, days)).toEqual([
      5, 0, 0, 0, 80,
    ]);
  });

  it("is without end where nothing limits it", () => {
    expect(capacitiesOf({ limits: NO_INBOX_LIMITS, usedToday: 9 }, days)[4]).toBe(Number.POSITIVE_INFINITY);
  });
});
