import { describe, expect, it } from "vitest";
import { snoozeTime } from "./snooze-times";

// A Tuesday, on the clock of wherever the test runs.
const NOW = new Date(2026, 2, 10, 15, 30);

describe("putting a thread off", () => {
  it("until later is some hours, even over midnight", () => {
    expect(snoozeTime("later", NOW)).toEqual(new Date(2026, 2, 10, 18, 30));
    const late = new Date(2026, 2, 10, 23, 0);
    expect(snoozeTime("later", late).getTime() - late.getTime()).toBe(3 * 3_600_000);
  });

  it("until tomorrow is the next morning, also over the end of a month", () => {
    expect(snoozeTime("tomorrow", NOW)).toEqual(new Date(2026, 2, 11, 9));
    expect(snoozeTime("tomorrow", new Date(2026, 11, 31, 8))).toEqual(new Date(2027, 0, 1, 9));
  });

  it.each([
    ["a Tuesday", new Date(2026, 2, 10, 15), new Date(2026, 2, 16, 9)],
    ["a Monday", new Date(2026, 2, 9, 7), new Date(2026, 2, 16, 9)],
    ["a Sunday", new Date(2026, 2, 15, 12), new Date(2026, 2, 16, 9)],
  ])("until next week is the Monday after %s", (_day, now, monday) => {
    expect(snoozeTime("nextWeek", now)).toEqual(monday);
  });
});
