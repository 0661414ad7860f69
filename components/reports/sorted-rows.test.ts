import { describe, expect, it } from "vitest";
import { isEnough, NO_SENDS, ratesOf } from "@/lib/core/metrics";
import { isByTime, type ShownRow, sortedRows } from "./sorted-rows";

const row = (name: string, sent: number, replied: number): ShownRow => {
  const counts = { ...NO_SENDS, sent, replied };
  const never = { count: 0, median: null, p90: null };
  return {
    key: name,
    filter: {},
    label: { by: "sequence", name },
    counts,
    rates: ratesOf(counts),
    revenue: [],
    isEnough: isEnough(sent),
    ...{ toReply: never, toGoal: never },
  };
};
const ROWS = [row("b", 10, 5), row("c", 0, 0), row("a", 20, 1)];
const keys = (rows: ShownRow[]) => rows.map(({ key }) => key).join("");

describe("rows of a division", () => {
  it.each([
    { view: {}, order: "bca" },
    { view: { sort: "label" as const }, order: "abc" },
    { view: { sort: "label" as const, order: "desc" as const }, order: "cba" },
    { view: { sort: "sent" as const }, order: "abc" },
    { view: { sort: "reply" as const }, order: "bac" },
    { view: { sort: "reply" as const, order: "asc" as const }, order: "abc" },
  ])("sorted by $view are $order, what has no value last", ({ view, order }) => {
    expect(keys(sortedRows(ROWS, view, ({ key }) => key))).toBe(order);
  });

  it("wait for their times where those sort them", () => {
    expect(isByTime({ sort: "toGoal" })).toBe(true);
    expect(isByTime({ sort: "reply" })).toBe(false);
    const [first, ...others] = ROWS.map(({ toReply: _, ...one }) => one);
    const quick = { ...first, toReply: { count: 1, median: 60, p90: 60 } } as ShownRow;
    expect(keys(sortedRows([...others, quick], { sort: "toReply" }, ({ key }) => key))).toBe("bca");
  });
});
