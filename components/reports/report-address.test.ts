import { describe, expect, it } from "vitest";
import { reportTableSchema } from "@/lib/reports/schema";
import { sendFilterSchema } from "@/lib/sends/schema";
import { type Asked, sendsHref, tableHref, viewHref } from "./report-address";

const ID = "0195c3a0-0000-7000-8000-000000000001";
const OTHER = "0195c3a0-0000-7000-8000-000000000002";
const ASKED: Asked = {
  account: "demo",
  filter: { days: "7", sequence: ID, channel: "email", segment: OTHER },
  view: { by: "step", metric: "reply" },
  period: { from: "2026-03-01", to: "2026-03-07", days: 7 },
};
const partsOf = (href: string) => Object.fromEntries(new URL(href, "https://example.com").searchParams);

describe("addresses of a report", () => {
  it("lead a number to the list of what it counts, on the very days", () => {
    const parts = partsOf(sendsHref(ASKED, "replied", { weekday: 1, hour: 9 }));
    expect(sendFilterSchema.parse(parts)).toEqual({
      ...{ fact: "replied", from: "2026-03-01", to: "2026-03-07", weekday: 1, hour: 9 },
      ...{ sequence: ID, channel: "email", segment: OTHER },
    });
  });

  it("let what a row is of stand before what the report is narrowed to", () => {
    expect(partsOf(sendsHref(ASKED, "sent", { sequence: OTHER, channel: "none" }))).toMatchObject({
      sequence: OTHER,
      channel: "none",
    });
  });

  it("keep the filter where only the look changes, and leave out what is usual", () => {
    expect(viewHref(ASKED, { by: "hour", metric: undefined })).toBe(
      `/demo/reports?days=7&sequence=${ID}&channel=email&segment=${OTHER}&by=hour`,
    );
  });

  it("ask for a file in words that its route takes", () => {
    expect(reportTableSchema.parse(partsOf(tableHref(ASKED, "holdout")))).toEqual({
      ...ASKED.filter,
      by: "holdout",
    });
  });
});
