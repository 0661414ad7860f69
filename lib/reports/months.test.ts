import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Days, ofMonths } from "./months";
import { addDays, daysBetween } from "./period";

const TODAY = "2026-11-23";
const span = (from: string, to: string) => ({ from, to });

describe("a period out of whole months", () => {
  it.each<[string, string, Days | null, Days[], Days[]]>([
    ["2026-01-01", "2026-01-31", span("2026-01-01", "2026-01-31"), [], []],
    ["2026-01-02", "2026-01-31", span("2026-01-01", "2026-01-31"), [], [span("2026-01-01", "2026-01-01")]],
    ["2026-01-20", "2026-02-28", span("2026-02-01", "2026-02-28"), [span("2026-01-20", "2026-01-31")], []],
    ["2026-01-05", "2026-01-08", null, [span("2026-01-05", "2026-01-08")], []],
    [
      "2026-01-28",
      "2026-02-02",
      null,
      [span("2026-01-28", "2026-01-31"), span("2026-02-01", "2026-02-02")],
      [],
    ],
  ])("%s to %s", (from, to, months, added, removed) => {
    expect(ofMonths({ from, to }, TODAY)).toEqual({ months, added, removed });
  });

  it("has this month whole: what would have to be removed has not come yet", () => {
    expect(ofMonths({ from: "2026-10-25", to: TODAY }, TODAY)).toEqual({
      months: span("2026-11-01", "2026-11-30"),
      added: [span("2026-10-25", "2026-10-31")],
      removed: [span("2026-11-24", "2026-11-30")],
    });
  });

  it("has no edge where it is open", () => {
    expect(ofMonths({}, TODAY)).toEqual({ months: {}, added: [], removed: [] });
    expect(ofMonths({ from: "2026-10-31" }, TODAY)).toEqual({
      ...{ months: { from: "2026-11-01" }, added: [span("2026-10-31", "2026-10-31")], removed: [] },
    });
  });

  it("has each day of it once and no other", () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays("2025-09-01", n));
    fc.assert(
      fc.property(day, day, day, (a, b, today) => {
        const [from, to] = [a, b].sort() as [string, string];
        const { months, added, removed } = ofMonths({ from, to }, today);
        const times = new Map<string, number>();
        const note = (days: Days, sign: number) => {
          for (let n = 0; n <= daysBetween(days.from ?? "", days.to ?? ""); n++) {
            const one = addDays(days.from ?? "", n);
            times.set(one, (times.get(one) ?? 0) + sign);
          }
        };
        if (months) note(months, 1);
        for (const one of added) note(one, 1);
        for (const one of removed) note(one, -1);
        const once = [...times].filter(([, count]) => count !== 0).sort();
        expect(once.every(([, count]) => count === 1)).toBe(true);
        expect(once[0]?.[0]).toBe(from);
        expect([once.length, once.at(-1)?.[0]]).toEqual([daysBetween(from, to) + 1, to]);
        if (months)
          expect([months.from?.endsWith("-01"), addDays(months.to ?? "", 1).endsWith("-01")]).toEqual([
            true,
            true,
          ]);
      }),
    );
  });
});
