import { expect, it } from "vitest";
import { NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { limitsOfForm } from "./limits-of-form";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return limitsOfForm(data);
};

it.each<[string, Record<string, string>, object]>([
  ["nothing is no limit", { perDay: " " }, NO_INBOX_LIMITS],
  ["numbers", { perSecond: "5", perDay: "1000" }, { ...NO_INBOX_LIMITS, perSecond: 5, perDay: 1_000 }],
  ["a gap", { gapFrom: "20", gapTo: "90" }, { gapSeconds: { from: 20, to: 90 } }],
  [
    "a plan, however its numbers are parted",
    { warmUpStart: "2026-03-10", warmUpDays: "20, 40\n80;160" },
    { warmUp: { startsOn: "2026-03-10", perDay: [20, 40, 80, 160] } },
  ],
])("%s", (_, fields, limits) => {
  expect(form(fields)).toMatchObject({ ok: true, limits });
});

it.each<[string, Record<string, string>, string]>([
  ["half a gap", { gapFrom: "20" }, "gap"],
  ["a gap the wrong way round", { gapFrom: "90", gapTo: "20" }, "gap"],
  ["a plan without a beginning", { warmUpDays: "20 40" }, "warmUp"],
  ["a plan without days", { warmUpStart: "2026-03-10" }, "warmUp"],
  ["words in a plan", { warmUpStart: "2026-03-10", warmUpDays: "twenty" }, "warmUp"],
  ["nothing on a day", { warmUpStart: "2026-03-10", warmUpDays: "0 20" }, "warmUp"],
  ["a plan for too long", { warmUpStart: "2026-03-10", warmUpDays: "9 ".repeat(91) }, "warmUp"],
])("%s is not taken", (_, fields, problem) => {
  expect(form(fields)).toEqual({ ok: false, problem });
});
