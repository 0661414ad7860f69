import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/core/model-maestro";
import type { Writing } from "@/lib/maestro/types";
import { outcomeOf } from "./draft-outcome";

const NOW = new Date("2026-03-10T15:00:00Z");
const HOUR = 3_600_000;
const found: Finding = {
  ...{ code: "unsupported_amount", part: "text", from: 0, to: 4, words: "R$ 1", fact: null, data: {} },
};
const basis = {
  facts: [],
  fallback: { text: "Own words", subject: null },
  rules: {
    ...{ channel: "whatsapp" as const, language: "en", earlier: [], facts: [], needsSubject: false },
    ...{ today: "2026-03-10", bannedWords: [] },
  },
};
const said = (changes: Partial<Writing> = {}): Writing => ({
  ...{
    outcome: "ok",
    text: "Written",
    subject: null,
    findings: [],
    needsPerson: false,
    note: null,
    calls: 1,
  },
  ...changes,
});
const nothing = (outcome: Writing["outcome"]) => said({ outcome, text: "" });

/** Status, origin, fallback, text and minutes until it is tried again. */
function came(writing: Writing, mode: "ai_assisted" | "ai_full", { attempts = 1, dueInHours = 1 } = {}) {
  const dueAt = new Date(NOW.getTime() + dueInHours * HOUR);
  const { status, origin, fallback, text, retryAt } = outcomeOf(writing, {
    mode,
    basis,
    attempts,
    dueAt,
    now: NOW,
  });
  const minutes = retryAt && (retryAt.getTime() - NOW.getTime()) / 60_000;
  return [status, origin, fallback, text, minutes].join(" | ");
}

describe("what a writing comes to", () => {
  it.each([
    ["ai_full" as const, said(), "ready | ai |  | Written | "],
    ["ai_assisted" as const, said(), "open | ai |  | Written | "],
    [
      "ai_full" as const,
      said({ outcome: "blocked", findings: [found] }),
      "ready | fallback | guard | Own words | ",
    ],
    ["ai_assisted" as const, said({ outcome: "blocked", findings: [found] }), "open | ai |  | Written | "],
    ["ai_full" as const, said({ needsPerson: true }), "ready | fallback | refused | Own words | "],
    ["ai_assisted" as const, said({ needsPerson: true }), "open | ai |  | Written | "],
    ["ai_full" as const, nothing("timeout"), "failed | fallback | timeout | Own words | 1"],
    ["ai_assisted" as const, nothing("timeout"), "failed | fallback | timeout | Own words | 1"],
  ])("before the step is due, %s: %o", (mode, writing, expected) =>
    expect(came(writing, mode)).toBe(expected),
  );

  it("is the step's own words once it is due: at once, or before a person", () => {
    const due = { dueInHours: 0 };
    expect(came(nothing("budget"), "ai_full", due)).toBe("failed | fallback | budget | Own words | 1");
    expect(came(nothing("budget"), "ai_assisted", due)).toBe("open | fallback | budget | Own words | ");
  });

  it("is tried again later and later", () => {
    const minutes = [1, 2, 3, 4, 9].map((attempts) => came(nothing("unavailable"), "ai_full", { attempts }));
    expect(minutes.map((one) => Number(one.split("|").at(-1)))).toEqual([1, 5, 15, 60, 60]);
  });

  it("is not tried again where the model answers and never to the point", () => {
    expect(came(nothing("refused"), "ai_full", { attempts: 3 })).toBe(
      "ready | fallback | refused | Own words | ",
    );
    expect(came(nothing("nonsense"), "ai_assisted", { attempts: 3 })).toBe(
      "open | fallback | nonsense | Own words | ",
    );
    expect(came(nothing("refused"), "ai_full", { attempts: 2 })).toContain("failed");
  });

  it("keeps what Maestro wrote beside the words that stand in for it", () => {
    const blocked = said({ outcome: "blocked", findings: [found] });
    const kept = outcomeOf(blocked, { mode: "ai_full", basis, attempts: 1, dueAt: NOW, now: NOW });
    expect(kept).toMatchObject({ writtenText: "Written", findings: [found] });
  });
});
