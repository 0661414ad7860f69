import { describe, expect, it } from "vitest";
import { quietPeriods } from "./quiet-periods";

describe("quietPeriods", () => {
  it.each([
    [[], "all"],
    [[{ from: "00:00", to: "00:00" }], "none"],
    [[{ from: "08:00", to: "20:00" }], "00:00–08:00, 20:00–00:00"],
    [[{ from: "08:00", to: "00:00" }], "00:00–08:00"],
    [
      [
        { from: "14:00", to: "18:00" },
        { from: "08:00", to: "12:00" },
      ],
      "00:00–08:00, 12:00–14:00, 18:00–00:00",
    ],
  ])("says what is quiet around %j", (open, quiet) => {
    expect(quietPeriods(open)).toBe(quiet);
  });
});
