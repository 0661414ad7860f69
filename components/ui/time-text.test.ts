import { describe, expect, it } from "vitest";
import { relativeTime } from "./time-text";

const NOW = new Date("2026-11-23T11:30:00Z");
const said = (at: string, timeZone = "UTC") => relativeTime(new Date(at), NOW, "en", timeZone);

describe("a moment said from now", () => {
  it.each([
    ["2026-11-23T11:30:20Z", "now"],
    ["2026-11-23T14:31:00Z", "in 3 hours"],
    ["2026-11-24T10:00:00Z", "in 22 hours"],
    ["2026-11-24T12:00:00Z", "tomorrow"],
    ["2026-11-25T10:00:00Z", "in 2 days"],
    ["2026-11-21T12:00:00Z", "2 days ago"],
    ["2026-11-22T10:00:00Z", "yesterday"],
    ["2026-09-20T10:00:00Z", "2 months ago"],
  ])("counts days as the calendar does: %s", (at, expected) => expect(said(at)).toBe(expected));

  it("counts them in the zone that is meant", () => {
    expect(said("2026-11-24T23:00:00Z", "UTC")).toBe("tomorrow");
    expect(said("2026-11-24T23:00:00Z", "Asia/Kathmandu")).toBe("in 2 days");
  });
});
