import { describe, expect, it } from "vitest";
import { NO_INBOX_LIMITS } from "./model-inboxes";
import { preview, previewFacts } from "./preview";
import { isHeldOut, runSeed } from "./split";
import {
  aContact,
  ago,
  ahead,
  anEmailInbox,
  anInbox,
  aSnapshot,
  aStep,
  NOW,
  OFFICE,
  STEP_2,
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

describe("each step that is sent says how", () => {
  const template = { name: "reminder", language: "en", parameters: [], body: "Dear customer" };
  const whatsapp = (changes = {}) =>
    aStep({ channel: "whatsapp", windowClosed: { do: "template", template }, ...changes });
  const two = [whatsapp(), whatsapp({ id: STEP_2, wait: { amount: 2, unit: "days" } })];

  it("with the window at that moment, why this channel, and the words", () => {
    const { steps } = preview(someFacts({ sequence: { snapshot: aSnapshot({ steps: two }) } }), NOW);
    expect(steps.map(({ send }) => send)).toMatchObject([
      { inboxId: "whatsapp", channelWhy: "step", window: "open", content: { text: "Hi Ana" } },
      { window: "closed", content: { type: "template", text: "Dear customer" } },
    ]);
    const byMail = preview(someFacts({ inboxes: [anEmailInbox()] }), NOW);
    expect(byMail.steps[0]?.send).toMatchObject({ window: "none", channelWhy: "account_order" });
  });

  it("with the variant that the run will get, before it exists", () => {
    const variants = [{ id: STEP_2, weight: 1, content: { type: "text" as const, text: "Second" } }];
    const snapshot = aSnapshot({ steps: [aStep({ variants })] });
    for (let n = 0; n < 10; n++) {
      const contact = aContact({ id: `contact-${n}` });
      const run = someFacts({ contact, sequence: { id: "s", snapshot } });
      const before = previewFacts(snapshot, { ...run, sequenceId: "s" }, NOW);
      expect(preview(before, NOW).steps[0]?.send?.variantId).toBe(
        preview(run, NOW).steps[0]?.send?.variantId,
      );
    }
  });
});

describe("a preview counts its own messages", () => {
  const soon = [aStep(), aStep({ id: STEP_2, wait: { amount: 1, unit: "hours" } })];

  it("against the limits of the contact", () => {
    const limits = { perDay: 1, perWeek: null, gapMinutes: null };
    const facts = someFacts({ sequence: { snapshot: aSnapshot({ steps: soon, limits }) } });
    const [first, second] = preview(facts, NOW).steps;
    expect(first?.at).toEqual(NOW);
    expect(second?.at).toEqual(ahead(1_440));
    expect(second?.deferredBy).toEqual([{ code: "contact_limit", data: { span: "day", limit: 1, used: 1 } }]);
  });

  it("against the limits of the inbox", () => {
    const limits = { ...NO_INBOX_LIMITS, perDay: 1 };
    const facts = someFacts({
      inboxes: [anEmailInbox({ limits })],
      sequence: { snapshot: aSnapshot({ steps: soon }) },
    });
    const second = preview(facts, NOW).steps[1];
    expect(second?.deferredBy.map(({ code }) => code)).toEqual(["inbox_limit"]);
    expect(second?.at.toISOString().slice(0, 13)).toBe("2026-11-19T03");
  });

  it("and names every reason that moved a step", () => {
    const limits = { perDay: 1, perWeek: null, gapMinutes: null };
    const facts = someFacts({
      contact: aContact({ sends: [ago(1_440 - 700)] }),
      settings: someSettings({ sendingHours: OFFICE }),
      sequence: { snapshot: aSnapshot({ steps: soon.slice(0, 1), limits }) },
    });
    expect(preview(facts, NOW).steps[0]?.deferredBy.map(({ code }) => code)).toEqual([
      "contact_limit",
      "quiet_hours",
    ]);
  });
});

it("whoever is held out is shown to get nothing", () => {
  const snapshot = aSnapshot({ holdoutPercent: 50 });
  const kinds = Array.from({ length: 20 }, (_, n) => {
    const about = { ...someFacts({ contact: aContact({ id: `contact-${n}` }) }), sequenceId: "s" };
    const { steps, end } = preview(previewFacts(snapshot, about, NOW), NOW);
    const isHeld = isHeldOut(runSeed({ sequenceId: "s", contactId: `contact-${n}` }), 50);
    expect(steps.some(({ kind }) => kind === "send")).toBe(!isHeld);
    if (isHeld) expect(end?.because.code).toBe("holdout");
    return isHeld;
  });
  expect(new Set(kinds).size).toBe(2);
});

it("a wait for a record's date is shown at its moment", () => {
  const wait = {
    amount: 1,
    unit: "days" as const,
    at: "09:30",
    relative: { side: "before" as const, ifPassed: "skip" as const },
  };
  const snapshot = aSnapshot({ target: "charge", steps: [aStep({ wait })] });
  const record = { kind: "charge" as const, id: "c", date: { on: "2026-11-25" }, values: {} };
  const about = { ...someFacts({ record, inboxes: [anEmailInbox()] }), sequenceId: "s" };
  expect(preview(previewFacts(snapshot, about, NOW), NOW).steps[0]?.at.toISOString()).toBe(
    "2026-11-24T12:30:00.000Z",
  );
});
