import { expect, it } from "vitest";
import type { RecordFacts } from "./facts";
import type { Wait } from "./model";
import { relativeMoment } from "./relative-wait";

type Side = "before" | "after";
const on = (day: string) => ({ on: day });
const at = (iso: string) => ({ at: new Date(iso) });
// 2026-11-20 is a Friday and a holiday here.
const holidays = [{ date: "2026-11-20" }];

it.each<[string, RecordFacts["date"], number, Wait["unit"], Side, string | undefined, string]>([
  [
    "3 days before a due date at 09:30",
    on("2026-11-18"),
    3,
    "days",
    "before",
    "09:30",
    "2026-11-15T12:30:00Z",
  ],
  ["on the due date", on("2026-11-18"), 0, "days", "after", "09:00", "2026-11-18T12:00:00Z"],
  [
    "1 day after a due date without a time",
    on("2026-11-18"),
    1,
    "days",
    "after",
    undefined,
    "2026-11-19T03:00:00Z",
  ],
  [
    "2 hours before an appointment",
    at("2026-11-18T15:00:00Z"),
    2,
    "hours",
    "before",
    undefined,
    "2026-11-18T13:00:00Z",
  ],
  [
    "90 minutes after one",
    at("2026-11-18T15:00:00Z"),
    90,
    "minutes",
    "after",
    undefined,
    "2026-11-18T16:30:00Z",
  ],
  [
    "1 day before one, at its own time",
    at("2026-11-18T15:00:00Z"),
    1,
    "days",
    "before",
    undefined,
    "2026-11-17T15:00:00Z",
  ],
  [
    "2 hours after the start of a due date",
    on("2026-11-18"),
    2,
    "hours",
    "after",
    undefined,
    "2026-11-18T05:00:00Z",
  ],
  [
    "1 business day before Monday",
    on("2026-11-23"),
    1,
    "business_days",
    "before",
    "10:00",
    "2026-11-19T13:00:00Z",
  ],
  [
    "2 business days after Thursday",
    on("2026-11-19"),
    2,
    "business_days",
    "after",
    "10:00",
    "2026-11-24T13:00:00Z",
  ],
  [
    "0 business days before Sunday",
    on("2026-11-29"),
    0,
    "business_days",
    "before",
    "10:00",
    "2026-11-27T13:00:00Z",
  ],
  [
    "0 business days after Sunday",
    on("2026-11-29"),
    0,
    "business_days",
    "after",
    "10:00",
    "2026-11-30T13:00:00Z",
  ],
])("%s", (_, date, amount, unit, side, time, moment) => {
  const wait = { amount, unit, relative: { side, ifPassed: "send" as const }, ...(time && { at: time }) };
  expect(relativeMoment(wait, date, "America/Sao_Paulo", holidays)).toEqual(new Date(moment));
});

it("days keep the hour on the wall over a change of the clocks", () => {
  const wait: Wait & { relative: NonNullable<Wait["relative"]> } = {
    amount: 1,
    unit: "days",
    relative: { side: "before", ifPassed: "send" },
  };
  const date = at("2026-03-29T09:00:00Z");
  expect(relativeMoment(wait, date, "Europe/Lisbon", [])).toEqual(new Date("2026-03-28T10:00:00Z"));
  expect(relativeMoment({ ...wait, amount: 24, unit: "hours" }, date, "Europe/Lisbon", [])).toEqual(
    new Date("2026-03-28T09:00:00Z"),
  );
});

it("there is no moment without a date, or with one that is none", () => {
  const wait = {
    amount: 1,
    unit: "days" as const,
    relative: { side: "before" as const, ifPassed: "send" as const },
  };
  expect(relativeMoment(wait, null, "UTC", [])).toBe(null);
  expect(relativeMoment(wait, on("soon"), "UTC", [])).toBe(null);
});
