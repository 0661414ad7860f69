import { describe, expect, it } from "vitest";
import { duePeriod } from "./period";

const ZONE = "America/Sao_Paulo";
/** A moment of the clocks in São Paulo, which is three hours behind. */
const at = (local: string) => new Date(`${local}:00-03:00`);

describe("the period whose digest is due", () => {
  it.each([
    ["2026-03-10T07:59", "2026-03-08"],
    ["2026-03-10T08:00", "2026-03-09"],
    ["2026-03-10T23:59", "2026-03-09"],
    ["2026-01-01T08:00", "2025-12-31"],
  ])("every day, at %s, is %s", (now, day) => {
    expect(duePeriod("day", at(now), ZONE)).toEqual({ from: day, to: day });
  });

  it.each([
    ["2026-03-09T07:59", "2026-02-23", "2026-03-01"],
    ["2026-03-09T08:00", "2026-03-02", "2026-03-08"],
    ["2026-03-15T23:00", "2026-03-02", "2026-03-08"],
    ["2026-03-16T08:00", "2026-03-09", "2026-03-15"],
  ])("every week, at %s, is %s to %s", (now, from, to) => {
    expect(duePeriod("week", at(now), ZONE)).toEqual({ from, to });
  });

  it.each([
    ["2026-03-01T07:59", "2026-01-01", "2026-01-31"],
    ["2026-03-01T08:00", "2026-02-01", "2026-02-28"],
    ["2026-01-31T12:00", "2025-12-01", "2025-12-31"],
  ])("every month, at %s, is %s to %s", (now, from, to) => {
    expect(duePeriod("month", at(now), ZONE)).toEqual({ from, to });
  });

  it("begins its morning by the zone's own clocks, also on the day on which they change", () => {
    // 29 March 2026 has 23 hours in Berlin: eight in the morning is six in UTC from then on.
    expect(duePeriod("day", new Date("2026-03-29T05:59:00Z"), "Europe/Berlin").to).toBe("2026-03-27");
    expect(duePeriod("day", new Date("2026-03-29T06:00:00Z"), "Europe/Berlin").to).toBe("2026-03-28");
  });
});
