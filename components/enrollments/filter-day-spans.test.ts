import { describe, expect, it } from "vitest";
import { daysText, spansOf } from "./filter-day-spans";

const NOW = new Date("2026-03-01T02:30:00Z");

describe("the days that are offered", () => {
  it("are those of the account's zone, not of the browser", () => {
    const spanOf = (zone: string, wanted: string) =>
      spansOf("enrolled", NOW, zone).find(({ name }) => name === wanted)?.span;
    expect(spanOf("America/Sao_Paulo", "today")).toEqual({ from: "2026-02-28", to: "2026-02-28" });
    expect(spanOf("Asia/Tokyo", "today")).toEqual({ from: "2026-03-01", to: "2026-03-01" });
    expect(spanOf("Asia/Tokyo", "last7")).toEqual({ from: "2026-02-23", to: "2026-03-01" });
  });

  it("lie ahead for what happens next", () => {
    const spans = spansOf("next", NOW, "UTC");
    expect(spans.find(({ name }) => name === "next7")?.span).toEqual({
      from: "2026-03-01",
      to: "2026-03-07",
    });
  });
});

describe("days in words", () => {
  it("say one day once, and a side that is open", () => {
    expect(daysText("en", { from: "2026-03-01", to: "2026-03-01" })).toBe("Mar 1, 2026");
    expect(daysText("en", { from: "2026-03-01" })).toBe("≥ Mar 1, 2026");
    expect(daysText("en", { to: "2026-03-01" })).toBe("≤ Mar 1, 2026");
  });

  it("do not break over what an edited address says", () => {
    expect(daysText("en", { from: "soon", to: "2026-03-01" })).toBe("…");
    expect(daysText("en", { from: "2026-03-09", to: "2026-03-01" })).not.toBe("");
  });
});
