import { describe, expect, it } from "vitest";
import type { Trigger } from "./model-rules";
import { heardAs, isOfClock } from "./trigger";

describe("as what an event is announced", () => {
  it.each<[string, Pick<Trigger, "event" | "name">, { event: string; name: string }]>([
    [
      "one of the account's own, by its name",
      { event: "custom", name: "trial_ended" },
      { event: "custom", name: "trial_ended" },
    ],
    [
      "one of the product's that is called one's own",
      { event: "custom", name: "deal.lost" },
      { event: "deal.lost", name: "" },
    ],
    [
      "a name that was left behind means nothing",
      { event: "deal.lost", name: "paid" },
      { event: "deal.lost", name: "" },
    ],
    ["a name that is not there yet", { event: "custom" }, { event: "custom", name: "" }],
  ])("%s", (_, trigger, heard) => {
    expect(heardAs(trigger)).toEqual(heard);
  });
});

it("a charge becoming overdue is told when it does, and only days later by the clock", () => {
  expect(isOfClock({ event: "charge.overdue" })).toBe(false);
  expect(isOfClock({ event: "charge.overdue", offset: { amount: 0, unit: "days" } })).toBe(false);
  expect(isOfClock({ event: "charge.overdue", offset: { amount: 3, unit: "days" } })).toBe(true);
  expect(isOfClock({ event: "conversation.idle" })).toBe(true);
});
