import { describe, expect, it } from "vitest";
import { enrollmentFilterSchema } from "@/lib/enrollments/schema";
import { sendFilterSchema } from "@/lib/sends/schema";
import { type AskedFunnel, funnelHref, funnelRunsHref, funnelSendsHref } from "./funnel-address";

const SEQUENCE = "0195c3a0-0000-7000-8000-000000000001";
const VERSION = "0195c3a0-0000-7000-8000-000000000002";
const ASKED: AskedFunnel = {
  account: "demo",
  parts: { days: "30", version: VERSION },
  filter: { sequence: SEQUENCE, version: VERSION, from: "2026-03-01", to: "2026-03-30" },
};
const partsOf = (href: string) => Object.fromEntries(new URL(href, "https://example.com").searchParams);

describe("addresses of a funnel", () => {
  it("lead to sends by the day on which their run began", () => {
    expect(sendFilterSchema.parse(partsOf(funnelSendsHref(ASKED, "sent", { step: "none" })))).toEqual({
      ...ASKED.filter,
      ...{ by: "enrolled", fact: "sent", step: "none" },
    });
  });

  it("lead to runs that were not held out, also to those with no step left", () => {
    const parts = partsOf(funnelRunsHref(ASKED, { step: "none", status: "ended", reason: "completed" }));
    expect(enrollmentFilterSchema.parse(parts)).toEqual({
      ...ASKED.filter,
      ...{ step: "none", status: "ended", reason: "completed", holdout: "no" },
    });
  });

  it("lead to runs of the same segment", () => {
    const parts = partsOf(funnelRunsHref({ ...ASKED, filter: { ...ASKED.filter, segment: VERSION } }));
    expect(enrollmentFilterSchema.parse(parts)).toMatchObject({ segment: VERSION });
  });

  it("keep the words of the period, not its days, so that they move on by themselves", () => {
    expect(funnelHref(ASKED, { ...ASKED.parts, against: SEQUENCE })).toBe(
      `/demo/sequences/${SEQUENCE}/funnel?days=30&version=${VERSION}&against=${SEQUENCE}`,
    );
  });
});
