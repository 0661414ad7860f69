import { describe, expect, it } from "vitest";
import type { SimulationResult } from "@/lib/simulation/schema";
import { dayTable, finishDays } from "./day-table";

const result = (over: Partial<SimulationResult>): SimulationResult => ({
  ...{
    people: 0,
    sends: [],
    otherSends: [],
    deferred: [],
    unsent: [],
    ends: [],
    unfinished: 0,
    finishes: [],
  },
  ...{ firstSendAt: null, lastSendAt: null, notEnrolled: [], isCut: false, others: 0, areOthersCut: false },
  ...{ inboxes: [], timeZone: "UTC", tookMs: 1 },
  ...over,
});

describe("the table of messages per day", () => {
  it("has a row for every day between the first and the last, and the total of all", () => {
    const table = dayTable(
      result({
        inboxes: [
          { id: "a", name: "WhatsApp" },
          { id: "b", name: "Mail" },
          { id: "c", name: "Unused" },
        ],
        sends: [
          { day: "2026-11-29", inboxId: "a", count: 3 },
          { day: "2026-11-29", inboxId: "b", count: 2 },
          { day: "2026-12-01", inboxId: "a", count: 4 },
        ],
        otherSends: [{ day: "2026-11-30", inboxId: "a", count: 9 }],
      }),
    );
    expect(table.days.map(({ day, total, others }) => [day, total, others])).toEqual([
      ["2026-11-29", 5, 0],
      ["2026-11-30", 0, 9],
      ["2026-12-01", 4, 0],
    ]);
    expect(table.total).toBe(9);
    expect(table.inboxes.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("is empty when nothing is sent", () => {
    expect(dayTable(result({}))).toEqual({ inboxes: [], days: [], total: 0 });
  });
});

describe("the days on which people are through", () => {
  it("are that of the middle person and that of the last", () => {
    const finishes = [
      { day: "2026-12-01", people: 4 },
      { day: "2026-12-03", people: 5 },
      { day: "2026-12-09", people: 1 },
    ];
    expect(finishDays(result({ finishes }))).toEqual({ half: "2026-12-03", all: "2026-12-09" });
    expect(finishDays(result({}))).toBeNull();
  });
});
