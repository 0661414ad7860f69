import { describe, expect, it } from "vitest";
import { type InboxLimits, NO_INBOX_LIMITS } from "./model-inboxes";
import { NO_PACE } from "./pace-place";
import { type SimulatedRun, simulate } from "./simulate";
import { aContact, anInbox, aSnapshot, aStep, NOW, someFacts } from "./test-facts";

const HOUR = 3_600_000;

function aRun(index: number, limits: Partial<InboxLimits>): SimulatedRun {
  const recipients =
    limits.recipientsPerDay === undefined ? null : { scope: "x", used: 0, oldest: null, isCounted: false };
  const inbox = anInbox({
    hasWindow: false,
    limits: { ...NO_INBOX_LIMITS, ...limits },
    pace: { ...NO_PACE, recipients },
  });
  const step = aStep({ wait: { amount: 0, unit: "minutes" } });
  const facts = someFacts({
    enrollment: { enrolledAt: NOW, waitFromAt: NOW },
    sequence: { snapshot: aSnapshot({ steps: [step] }) },
    contact: aContact({ id: `contact-${index}` }),
    inboxes: [inbox],
  });
  return { facts, startAt: NOW, isOther: false };
}

function outcome(people: number, limits: Partial<InboxLimits>) {
  const steps = simulate(
    Array.from({ length: people }, (_, index) => aRun(index, limits)),
    NOW,
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const lastedMs = ({ lastSendAt }: ReturnType<typeof outcome>) => (lastSendAt?.getTime() ?? 0) - NOW.getTime();

describe("a simulation of people who wait for one inbox", () => {
  it.each<[string, Partial<InboxLimits>, number, number]>([
    ["by its rate", { perSecond: 20 }, 1_000 * 53, 1_000 * 60],
    ["by its random gap", { gapSeconds: { from: 20, to: 40 } }, 1_000 * 29_000, 1_000 * 31_500],
    ["by the minute", { perMinute: 100 }, 9 * 60_000, 11 * 60_000],
    ["by different people in 24 hours", { recipientsPerDay: 250 }, 3 * 24 * HOUR, 3 * 24 * HOUR + HOUR],
  ])("lets them go %s", (_, limits, atLeast, atMost) => {
    const all = outcome(1_000, limits);
    expect(all.sends.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
    expect(lastedMs(all)).toBeGreaterThanOrEqual(atLeast);
    expect(lastedMs(all)).toBeLessThanOrEqual(atMost);
  });

  it("follows a warm-up plan day by day", () => {
    const { sends } = outcome(200, { perDay: 100, warmUp: { startsOn: "2026-11-18", perDay: [10, 20, 40] } });
    expect(sends.map(({ count }) => count)).toEqual([10, 20, 40, 100, 30]);
  });

  it.each<[string, Partial<InboxLimits>]>([
    ["a rate", { perSecond: 80 }],
    ["a gap", { gapSeconds: { from: 2, to: 9 } }],
    ["people", { recipientsPerDay: 1_000 }],
    ["all at once", { perSecond: 5, perMinute: 100, perHour: 900, perDay: 4_000, recipientsPerDay: 2_000 }],
  ])(
    "takes ten thousand of them, limited by %s",
    (_, limits) => {
      const all = outcome(10_000, limits);
      expect(all.sends.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    },
    20_000,
  );
});
