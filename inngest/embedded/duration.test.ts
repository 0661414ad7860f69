import { describe, expect, it } from "vitest";
import { nextTick, parseCron } from "./cron";
import { instantOf, retryAt } from "./duration";

const NOW = Date.parse("2026-03-02T09:00:00Z");

describe("times of the SDK", () => {
  it.each([
    ["4w2d", NOW + 30 * 86_400_000],
    ["1h30m15s", NOW + 5_415_000],
    ["", NOW],
    ["2026-03-05T10:00:00.000Z", Date.parse("2026-03-05T10:00:00Z")],
  ])("reads %j", (time, at) => {
    expect(instantOf(time, NOW)).toBe(at);
  });

  it("says so when a text is no time", () => {
    expect(instantOf("soon", NOW)).toBeNull();
  });
});

describe("the pause before a retry", () => {
  it.each([
    [0, 15],
    [1, 30],
    [2, 60],
    [3, 120],
    [4, 300],
    [9, 7_200],
    [15, 7_200],
  ])("after attempt %i is %i seconds and a jitter under 30", (attempt, seconds) => {
    expect(retryAt(attempt, NOW, true, () => 0)).toBe(NOW + seconds * 1_000);
    expect(retryAt(attempt, NOW, true, () => 0.999_99)).toBeLessThan(NOW + (seconds + 30) * 1_000);
  });

  it.each([
    ["90", 90_000],
    [new Date(NOW + 3_600_000).toISOString(), 3_600_000],
    ["0", 1_000],
    ["999999999", 86_400_000],
  ])("is what a RetryAfterError asks for: %s", (asked, ms) => {
    expect(retryAt(3, NOW, asked)).toBe(NOW + ms);
  });
});

describe("cron triggers", () => {
  it.each([
    ["0 9 * * 1-5", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00.000Z"],
    ["TZ=America/New_York 30 8 * * *", "2026-03-07T20:00:00Z", "2026-03-08T12:30:00.000Z"],
    ["TZ=Europe/Lisbon 0 9 * * *", "2026-03-28T12:00:00Z", "2026-03-29T08:00:00.000Z"],
    ["@daily", "2026-03-02T09:00:00Z", "2026-03-03T00:00:00.000Z"],
  ])("%s after %s is %s", (expression, after, expected) => {
    const cron = parseCron(expression);
    const next = cron && nextTick(cron, Date.parse(after));
    expect(next && new Date(next).toISOString()).toBe(expected);
  });
});
