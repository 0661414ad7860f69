import { describe, expect, it } from "vitest";
import type { SendOutcome } from "@/lib/channels/driver";
import { REACTIONS } from "@/lib/channels/driver";
import type { Claim } from "./claim";
import type { Delivery } from "./deliver";
import { verdictOf } from "./verdict";

const NOW = new Date("2026-03-10T15:00:00Z");
const judge = (outcome: Delivery["outcome"], attempts = 1) =>
  verdictOf({ claim: { attempts } as Claim, outcome, clock: () => NOW });
const seconds = (retryAt: Date | null) => retryAt && (retryAt.getTime() - NOW.getTime()) / 1000;

const detail = "what the provider said";
const retry = (afterSeconds: number | null): SendOutcome => ({
  kind: "retry",
  afterSeconds,
  code: "500",
  detail,
});

describe("what an outcome means for the message and the run", () => {
  it.each<[Delivery["outcome"], string, boolean, number | null]>([
    [{ kind: "accepted", providerId: "wamid.1" }, "sent", true, null],
    [{ kind: "unknown", code: "timeout", detail }, "unknown", true, null],
    [{ kind: "withdrawn", why: "ended" }, "skipped", true, null],
    [{ kind: "withdrawn", why: "outlived" }, "skipped", true, null],
    [{ kind: "withdrawn", why: "held" }, "scheduled", false, 0],
    [retry(null), "scheduled", false, 30],
    [retry(5), "scheduled", false, 30],
    [retry(900), "scheduled", false, 900],
    [{ kind: "refused", reaction: "fail", code: "100", detail }, "failed", true, null],
    [{ kind: "refused", reaction: "switch_channel", code: "131026", detail }, "scheduled", false, 0],
    [{ kind: "refused", reaction: "suppress", code: "131050", detail }, "scheduled", false, 0],
    [{ kind: "refused", reaction: "window_closed", code: "131047", detail }, "scheduled", false, 0],
    [{ kind: "refused", reaction: "pause_inbox", code: "190", detail }, "scheduled", false, 0],
    [{ kind: "refused", reaction: "delay_contact", code: "131049", detail }, "scheduled", false, 86_400],
  ])("%o", (outcome, status, isStepOver, after) => {
    const verdict = judge(outcome);
    expect([verdict.status, verdict.isStepOver, seconds(verdict.retryAt)]).toEqual([
      status,
      isStepOver,
      after,
    ]);
  });

  it("has a row for every reaction", () => {
    for (const reaction of REACTIONS) {
      expect(judge({ kind: "refused", reaction, code: "1", detail }).code).toBe("1");
    }
  });

  it("waits longer after each refused attempt and gives up in the end, for every kind of refusal", () => {
    const waits = [1, 2, 3, 4, 5, 6].map((attempt) => seconds(judge(retry(null), attempt).retryAt));
    expect(waits).toEqual([30, 120, 600, 3600, 10_800, 21_600]);
    expect(judge(retry(null), 7)).toMatchObject({ status: "failed", isStepOver: true });
    for (const reaction of REACTIONS) {
      expect(judge({ kind: "refused", reaction, code: "1", detail }, 7)).toMatchObject({ status: "failed" });
    }
  });

  it("an unknown outcome is over at the first attempt and at any other: it is never repeated blindly", () => {
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(judge({ kind: "unknown", code: "timeout", detail }, attempt)).toMatchObject({
        isStepOver: true,
      });
    }
  });
});
