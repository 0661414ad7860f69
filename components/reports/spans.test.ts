import { expect, it } from "vitest";
import { NO_SENDS } from "@/lib/core/metrics";
import { spansOf } from "./spans";

const days = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    ...{ ...NO_SENDS, sent: at + 1 },
  }));

it("a quarter is shown by day", () => {
  const spans = spansOf(days(92));
  expect(spans).toHaveLength(92);
  expect(spans[3]).toMatchObject({ from: "2026-01-04", to: "2026-01-04", counts: { sent: 4 } });
});

it("a year is shown by weeks that end with it, and loses no day", () => {
  const spans = spansOf(days(365));
  expect(spans).toHaveLength(53);
  expect(spans[0]).toMatchObject({ from: "2026-01-01", to: "2026-01-01" });
  expect(spans.at(-1)).toMatchObject({ from: "2026-12-25", to: "2026-12-31" });
  const sent = spans.reduce((sum, { counts }) => sum + counts.sent, 0);
  expect(sent).toBe((365 * 366) / 2);
});
