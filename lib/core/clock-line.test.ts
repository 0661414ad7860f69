import { describe, expect, it } from "vitest";
import { crossing } from "./clock-line";
import type { Trigger } from "./model-rules";

const ANY = { match: "all" as const, conditions: [] };
const PAULO = "America/Sao_Paulo";
const of = (trigger: Omit<Trigger, "match" | "conditions">): Trigger => ({ ...ANY, ...trigger });
const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });

describe("what crosses a trigger's line within a span", () => {
  it.each<[string, Trigger, ReturnType<typeof span>, { from: string; to: string }]>([
    [
      "the last messages, by the minutes of silence",
      of({ event: "conversation.idle", idle: { minutes: 90, lastWord: "team", statuses: ["open"] } }),
      span("2026-03-10T12:00:00Z", "2026-03-10T12:01:00Z"),
      { from: "2026-03-10T10:30:00.000Z", to: "2026-03-10T10:31:00.000Z" },
    ],
    [
      "the beginnings of appointments, by hours",
      of({ event: "appointment.upcoming", offset: { amount: 2, unit: "hours" } }),
      span("2026-03-10T12:00:00Z", "2026-03-10T12:01:00Z"),
      { from: "2026-03-10T14:00:00.000Z", to: "2026-03-10T14:01:00.000Z" },
    ],
    [
      "all appointments of a day when the day begins, by days",
      of({ event: "appointment.upcoming", offset: { amount: 1, unit: "days" } }),
      span("2026-03-10T02:59:30Z", "2026-03-10T03:00:30Z"),
      { from: "2026-03-11T03:00:00.000Z", to: "2026-03-12T03:00:00.000Z" },
    ],
    [
      "the charges of one due date when the day begins in the account's zone",
      of({ event: "charge.due_soon", offset: { amount: 3, unit: "days" } }),
      span("2026-03-10T02:59:30Z", "2026-03-10T03:00:30Z"),
      { from: "2026-03-13", to: "2026-03-14" },
    ],
    [
      "no charge while no day begins",
      of({ event: "charge.due_soon", offset: { amount: 3, unit: "days" } }),
      span("2026-03-10T12:00:00Z", "2026-03-10T12:01:00Z"),
      { from: "2026-03-14", to: "2026-03-14" },
    ],
    [
      "the charges whose due date begins in so many hours",
      of({ event: "charge.due_soon", offset: { amount: 6, unit: "hours" } }),
      span("2026-03-09T20:59:00Z", "2026-03-09T21:01:00Z"),
      { from: "2026-03-10", to: "2026-03-11" },
    ],
    [
      "the charges that were due so many days ago",
      of({ event: "charge.overdue", offset: { amount: 3, unit: "days" } }),
      span("2026-03-10T02:59:30Z", "2026-03-10T03:00:30Z"),
      { from: "2026-03-07", to: "2026-03-08" },
    ],
    [
      "the charges that became overdue so many hours ago",
      of({ event: "charge.overdue", offset: { amount: 9, unit: "hours" } }),
      span("2026-03-10T11:59:00Z", "2026-03-10T12:01:00Z"),
      { from: "2026-03-09", to: "2026-03-10" },
    ],
  ])("%s", (_, trigger, within, bounds) => {
    expect(crossing(trigger, within, PAULO)).toEqual(bounds);
  });

  it("leaves nothing out and takes nothing twice where one span follows another, over a change of the clocks", () => {
    const trigger = of({ event: "appointment.upcoming", offset: { amount: 1, unit: "days" } });
    const first = Date.parse("2026-03-27T00:00:00Z");
    const moments = Array.from({ length: 100 }, (_, index) => new Date(first + index * 3_600_000));
    const found = moments
      .slice(1)
      .map((to, index) => crossing(trigger, { from: moments[index] ?? to, to }, "Europe/Lisbon"));
    for (const [index, one] of found.slice(1).entries()) expect(one?.from).toBe(found[index]?.to);
  });

  it("is nothing for what is told when it happens", () => {
    const within = span("2026-03-10T12:00:00Z", "2026-03-10T12:01:00Z");
    expect(crossing(of({ event: "charge.paid" }), within, PAULO)).toBeNull();
  });
});
