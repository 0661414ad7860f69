import { describe, expect, it } from "vitest";
import type { SendOutcome } from "@/lib/channels/driver";
import { REACTIONS } from "@/lib/channels/driver";
import type { Withdrawn } from "./deliver";
import type { POLICY } from "./error-policy";
import { verdictOf } from "./verdict";

const NOW = new Date("2026-03-10T15:00:00Z");
const judge = (outcome: SendOutcome | Withdrawn, attempts = 1) => verdictOf({ outcome, attempts, now: NOW });
const seconds = (retryAt: Date | null) => retryAt && (retryAt.getTime() - NOW.getTime()) / 1000;

const detail = "what the provider said";
const retry = (afterSeconds: number | null, slows?: "inbox" | "contact"): SendOutcome => ({
  ...{ kind: "retry", afterSeconds, code: "500", detail },
  ...(slows && { slows }),
});
const refused = (reaction: (typeof REACTIONS)[number]): SendOutcome => ({
  ...{ kind: "refused", reaction, code: "1", detail },
});

/** Outcome; the message, seconds until the next attempt, whether this one counts; inbox, step, contact, who is told. */
type Row = [SendOutcome | Withdrawn, string, number | null, boolean, ...(string | undefined)[]];
const ROWS: Record<keyof typeof POLICY, Row> = {
  accepted: [{ kind: "accepted", providerId: "wamid.1" }, "sent", null, true, "well"],
  unknown: [{ kind: "unknown", code: "timeout", detail }, "unknown", null, true, "trouble"],
  retry: [retry(null), "scheduled", 30, true, "trouble"],
  deferred: [retry(6, "contact"), "scheduled", 30, true],
  slowed: [retry(45, "inbox"), "scheduled", 45, false, "rest"],
  held: [{ kind: "withdrawn", why: "held" }, "scheduled", 0, false],
  ended: [{ kind: "withdrawn", why: "ended" }, "skipped", null, true],
  outlived: [{ kind: "withdrawn", why: "outlived" }, "skipped", null, true],
  fail: [refused("fail"), "failed", null, true],
  ask_person: [refused("ask_person"), "failed", null, true, undefined, undefined, undefined, "sends_refused"],
  block_step: [refused("block_step"), "scheduled", 0, false, undefined, "block", undefined, "step_blocked"],
  switch_channel: [refused("switch_channel"), "scheduled", 0, true, undefined, undefined, "channel_failed"],
  suppress: [refused("suppress"), "scheduled", 0, true, undefined, undefined, "suppress"],
  window_closed: [refused("window_closed"), "scheduled", 0, true, undefined, undefined, "window_closed"],
  pause_inbox: [refused("pause_inbox"), "scheduled", 0, false, "pause", undefined, undefined, "inbox_paused"],
  delay_contact: [refused("delay_contact"), "scheduled", 86_400, true],
};

describe("what an outcome means for the message, the run, the inbox, the step, the contact and people", () => {
  it.each(Object.entries(ROWS))(
    "%s",
    (_name, [outcome, status, after, counts, inbox, step, contact, alert]) => {
      const verdict = judge(outcome);
      const { policy } = verdict;
      expect([verdict.status, seconds(verdict.retryAt), !verdict.isFree]).toEqual([status, after, counts]);
      expect(verdict.isStepOver).toBe(after === null);
      expect([policy.inbox, policy.step, policy.contact, policy.alert]).toEqual([
        inbox,
        step,
        contact,
        alert,
      ]);
    },
  );

  it("has a row for every reaction, and only one that asks a person", () => {
    for (const reaction of REACTIONS) {
      const verdict = judge(refused(reaction));
      expect(verdict.code).toBe("1");
      expect(verdict.isAsked).toBe(reaction === "ask_person");
    }
  });

  it("waits as long as the provider asks for, and at least its own time", () => {
    expect(
      [retry(5), retry(900), retry(null, "inbox"), retry(0, "inbox")].map((one) =>
        seconds(judge(one).retryAt),
      ),
    ).toEqual([30, 900, 5, 0]);
  });

  it("waits longer after each refused attempt and gives up in the end, for every kind that counts", () => {
    const waits = [1, 2, 3, 4, 5, 6].map((attempt) => seconds(judge(retry(null), attempt).retryAt));
    expect(waits).toEqual([30, 120, 600, 3600, 10_800, 21_600]);
    const days = [1, 2, 3].map(
      (attempt) => (seconds(judge(refused("delay_contact"), attempt).retryAt) ?? 0) / 3600,
    );
    expect(days).toEqual([24, 48, 96]);
    expect(judge(refused("delay_contact"), 4)).toMatchObject({ status: "failed", isStepOver: true });
    for (const [outcome] of Object.values(ROWS)) {
      const verdict = judge(outcome, 7);
      if (verdict.policy.burns) expect(verdict.isStepOver).toBe(true);
      else expect(verdict).toMatchObject({ status: "scheduled", isStepOver: false });
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
