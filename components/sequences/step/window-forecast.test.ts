import { describe, expect, it } from "vitest";
import type { Wait } from "@/lib/core/model";
import { windowForecast } from "./window-forecast";

const now = new Date("2026-11-22T12:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const steps = (...waits: Wait[]) => waits.map((wait) => ({ wait }));
const hours = (amount: number): Wait => ({ amount, unit: "hours" });

describe("the forecast of the window", () => {
  it.each([
    ["a contact who wrote just now", steps(hours(0)), 0, inHours(24), "open"],
    ["a later step within the window", steps(hours(0), hours(20)), 1, inHours(24), "open"],
    ["waits that add up beyond it", steps(hours(20), hours(20)), 1, inHours(24), "closed"],
    ["only the waits up to the step", steps(hours(20), hours(20)), 0, inHours(24), "open"],
    ["a contact who never wrote", steps(hours(0)), 0, null, "closed"],
    ["a window that has closed", steps(hours(0)), 0, inHours(-1), "closed"],
  ])("for %s", (_, given, index, closesAt, expected) =>
    expect(windowForecast(given, index, closesAt, now)).toBe(expected),
  );

  it("is not made up for a wait that counts from a date", () => {
    const relative: Wait = { amount: 1, unit: "days", relative: { side: "before", ifPassed: "send" } };
    expect(windowForecast(steps(relative), 0, inHours(24), now)).toBeNull();
  });
});
