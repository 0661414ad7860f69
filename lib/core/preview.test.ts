import { describe, expect, it } from "vitest";
import { preview, previewFacts } from "./preview";
import {
  aContact,
  ago,
  anEmailInbox,
  anInbox,
  aSnapshot,
  aStep,
  NOW,
  OFFICE,
  someFacts,
  someSettings,
} from "./test-facts";

const steps = [
  aStep({ wait: { amount: 30, unit: "minutes" }, windowClosed: { do: "other_channel" } }),
  aStep({
    id: "01930000-0000-7000-8000-000000000002",
    wait: { amount: 1, unit: "business_days", at: "20:00" },
    windowClosed: { do: "other_channel" },
  }),
  aStep({
    id: "01930000-0000-7000-8000-000000000003",
    wait: { amount: 60, unit: "days" },
    content: { type: "text", text: "{{ contact.plan }}" },
    windowClosed: { do: "other_channel" },
  }),
];
const about = someFacts({ settings: someSettings({ sendingHours: OFFICE }) });

describe("a preview folds the decision forward", () => {
  const result = preview(previewFacts(aSnapshot({ steps }), { ...about, sequenceId: "sequence" }, NOW), NOW);

  it("with the moment, the channel and the text of each step", () => {
    expect(
      result.steps.map(({ kind, send }) => [kind, send?.channel ?? null, send?.content.text ?? null]),
    ).toEqual([
      ["send", "whatsapp", "Hi Ana"],
      ["send", "email", "Hi Ana"],
      ["fail", null, null],
    ]);
    expect(result.steps[0]?.at.toISOString()).toBe("2026-11-18T15:30:00.000Z");
    expect(result.steps[0]).toMatchObject({
      zone: "America/Sao_Paulo",
      zoneFrom: "account",
      deferredBy: [],
    });
  });

  it("with what moved a step", () => {
    // 20:00 on Thursday is after hours: it goes out on Friday morning.
    expect(result.steps[1]?.deferredBy.map(({ code }) => code)).toEqual(["quiet_hours"]);
    expect(result.steps[1]?.at.toISOString().slice(0, 15)).toBe("2026-11-20T12:0");
    expect(result.steps[2]?.because).toEqual({
      code: "missing_value",
      data: { field: "text", variable: "contact.plan" },
    });
  });

  it("to its end", () => {
    expect(result.end?.reason).toBe("completed");
    expect(result.waitsFor).toBe(null);
  });
});

it("a run in flight goes on from its own step, even if it or its sequence is paused", () => {
  const facts = someFacts({ enrollment: { status: "paused" }, sequence: { status: "paused" } });
  expect(preview(facts, NOW).steps.map(({ kind }) => kind)).toEqual(["send", "skip"]);
});

it("what cannot be foreseen is named", () => {
  const result = preview(someFacts({ inboxes: [anInbox({ status: "paused" })] }), NOW);
  expect(result).toMatchObject({ steps: [], end: null, waitsFor: { code: "inbox_paused" } });
});

it("a contact who may not be written to gets nothing", () => {
  const contact = aContact({ suppressions: [{ channel: "all", at: ago(1) }] });
  expect(preview(someFacts({ contact }), NOW)).toMatchObject({ steps: [], end: { reason: "opted_out" } });
});

it("twenty steps a year apart are all shown", () => {
  const many = Array.from({ length: 20 }, (_, index) =>
    aStep({
      id: `01930000-0000-7000-8000-${String(index).padStart(12, "0")}`,
      wait: { amount: 365, unit: "days" },
    }),
  );
  const facts = someFacts({ inboxes: [anEmailInbox()], settings: someSettings({ sendingHours: OFFICE }) });
  const result = preview(
    previewFacts(aSnapshot({ steps: many }), { ...facts, sequenceId: "sequence" }, NOW),
    NOW,
  );
  expect(result.steps).toHaveLength(20);
  expect(result.end?.reason).toBe("completed");
});
