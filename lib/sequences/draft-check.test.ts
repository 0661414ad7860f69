import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SequenceDraft } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { VARIABLES } from "@/lib/core/variables";
import { draftFindings } from "./draft-check";
import { SHAPE_PROBLEM_CODES, shapeProblems } from "./draft-shape";
import { draftSchema, emptyDraft } from "./schema";

const context = {
  knownVariables: new Set(VARIABLES.map((variable) => variable.name)),
  inboxes: [{ channel: "whatsapp" as const, hasWindow: true, hasTemplates: true }],
};

/** Mostly right, so that whole drafts without a problem come up. */
const mostly = <T>(right: T[], wrong: T[]) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
const time = mostly(["09:30", "08:00"], ["", "9:3", "25:00"]);
const parameter = mostly(["{{ contact.name }}", "plain"], [""]);
const template = fc.oneof(
  fc.record({
    name: mostly(["reminder_1"], ["", "Not A Name"]),
    language: mostly(["pt_BR"], ["", "x"]),
    parameters: fc.array(parameter, { maxLength: 2 }),
  }),
  fc.record({
    name: fc.constant("named_1"),
    language: fc.constant("en_US"),
    parameters: fc.tuple(parameter),
    parameterNames: fc.tuple(mostly(["first_name"], ["First name", ""])),
    body: fc.constant("Hi {{first_name}}"),
  }),
);
const text = mostly(["Hi {{ contact.name }}"], ["", "{{ nobody }}", "{% if"]);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const content = fc.oneof(
  fc.record({ type: fc.constant("text"), text, subject: optional(fc.constant("About it")) }),
  fc.record({ type: fc.constant("template"), template, openText: optional(text) }),
  fc.record({
    type: fc.constant("rich"),
    text,
    subject: fc.constant("About it"),
    preheader: optional(fc.constant("In short")),
    media: optional(
      fc.record({
        kind: fc.constantFrom("image", "document", "audio", "video"),
        url: mostly(["https://files.example.com/a.png"], ["", "http://x", "files/a.png"]),
      }),
    ),
    quickReplies: fc.array(mostly(["Yes", "No"], ["A button with far too many words"]), { maxLength: 2 }),
  }),
);
const condition = fc.record({
  variable: mostly(["contact.name"], [""]),
  operator: fc.constantFrom("equal", "is_set", "in"),
  value: fc.constantFrom("", "1", "a, b"),
});
const skipRule = fc.oneof(
  condition.map((rule) => ({ when: "condition", ...rule })),
  fc.record({ when: fc.constant("messaged_within"), hours: mostly([1, 168], [0, 169]) }),
  fc.constant({ when: "no_address" }),
);
const weight = mostly([1, 50, 100], [0, 101]);
const step = fc.record({
  id: fc.uuid(),
  wait: fc.record(
    {
      amount: mostly([1, 30, 260], [0, 400]),
      unit: fc.constantFrom("minutes", "hours", "days", "business_days"),
      at: time,
      relative: fc.record({
        side: fc.constantFrom("before", "after"),
        ifPassed: fc.constantFrom("send", "skip", "exit"),
      }),
    },
    { requiredKeys: ["amount", "unit"] },
  ),
  channel: fc.constantFrom("automatic", "same_conversation", "whatsapp", "email", "sms"),
  content,
  windowClosed: fc.oneof(
    fc.record({ do: fc.constant("template"), template }),
    fc.record({ do: fc.constant("wait"), days: mostly([1, 30], [0, 31]) }),
    fc.record({ do: fc.constantFrom("skip", "other_channel") }),
  ),
  compose: fc.oneof(
    fc.constant({ mode: "static" }),
    fc.record({
      mode: fc.constantFrom("ai_assisted", "ai_full"),
      instruction: mostly(["Remind kindly"], [""]),
    }),
  ),
  skipRules: fc.array(skipRule, { maxLength: 2 }),
  weight,
  variants: fc.array(fc.record({ id: fc.uuid(), weight, content }), { maxLength: 1 }),
});
const hours = fc.array(
  fc.record({ from: mostly(["08:00"], [""]), to: mostly(["18:00", "00:00"], ["25:00"]) }),
  { maxLength: 1 },
);
const limit = fc.option(mostly([1, 100], [0, 20_000]));
const drafts = fc.record({
  schemaVersion: fc.constant(1),
  target: fc.constantFrom("contact", "conversation", "deal", "appointment", "charge"),
  steps: fc.uniqueArray(step, { maxLength: 2, selector: ({ id }) => id }),
  exitRules: fc.constant({ onReply: "any_channel", replyDoes: "pause", onResolution: true }),
  goal: fc.option(
    fc.record(
      {
        event: mostly(["paid"], ["", "Not A Name"]),
        match: fc.constantFrom("all", "any"),
        conditions: fc.array(condition, { maxLength: 1 }),
      },
      { requiredKeys: ["event"] },
    ),
  ),
  sendingHours: fc.option(fc.array(hours, { minLength: 7, maxLength: 7 })),
  limits: fc.record({ perDay: limit, perWeek: limit, gapMinutes: limit }),
  triggers: fc.array(
    fc.record(
      {
        event: fc.constantFrom("contact.created", "charge.created", "custom"),
        name: mostly(["paid"], ["", "Not A Name"]),
        match: fc.constantFrom("all", "any"),
        conditions: fc.array(condition, { maxLength: 1 }),
        groups: fc.array(
          fc.record({
            match: fc.constantFrom("all", "any"),
            conditions: fc.array(condition, { minLength: 1, maxLength: 1 }),
          }),
          { maxLength: 1 },
        ),
        idle: fc.record({
          minutes: mostly([5, 60, 129_600], [0, 4, 999_999]),
          lastWord: fc.constantFrom("contact", "team", "anyone"),
          statuses: mostly<string[]>([["open"], ["pending", "resolved"]], [[]]),
        }),
        offset: fc.record({
          amount: mostly([0, 3, 365], [366, 999]),
          unit: fc.constantFrom("hours", "days"),
        }),
      },
      { requiredKeys: ["event", "match", "conditions"] },
    ),
    { maxLength: 1 },
  ),
  reenrollment: fc.record({
    rule: fc.constantFrom("never", "after_end", "after_days"),
    days: mostly([1, 3_650], [0, 4_000]),
  }),
  holdoutPercent: mostly([0, 10, 50], [51, 100]),
  endsOn: fc.option(mostly(["2026-12-31"], ["", "2026-13-01", "soon"])),
  defaultAssigneeId: fc.option(fc.uuid()),
  priority: fc.constantFrom("high", "normal", "low"),
  exclusivityGroup: fc.option(mostly(["billing"], ["", "Not A Word"])),
});

describe("the findings of a draft", () => {
  it("leave nothing that a version could not hold: a draft without problems is a snapshot", () => {
    let published = 0;
    fc.assert(
      fc.property(drafts, (typed) => {
        const draft: SequenceDraft = draftSchema.parse(typed);
        if (draftFindings(draft, context).problems.length > 0) return;
        published += 1;
        expect(sequenceSnapshotSchema.safeParse(draft).error).toBeUndefined();
      }),
      { numRuns: 800, seed: 7 },
    );
    expect(published).toBeGreaterThan(20);
  });

  it("name each half-typed value at its place", () => {
    const id = "0197a0f0-0000-7000-8000-000000000001";
    const unnamed = { name: "", language: "", parameters: [] };
    const draft = draftSchema.parse({
      ...emptyDraft(),
      target: "charge",
      steps: [
        {
          id,
          wait: { amount: 1, unit: "days", at: "9:3" },
          channel: "whatsapp",
          content: {
            type: "rich",
            text: "Hi",
            media: { kind: "image", url: "picture" },
            quickReplies: ["Yes", "A button with far too many words"],
          },
          windowClosed: { do: "template", template: unnamed },
          compose: { mode: "static" },
          skipRules: [
            { when: "messaged_within", hours: 0 },
            { when: "condition", variable: "", operator: "equal", value: "" },
          ],
          weight: 0,
          variants: [
            {
              id: "0197a0f0-0000-7000-8000-000000000002",
              weight: 1,
              content: {
                type: "template",
                template: {
                  ...unnamed,
                  name: "a",
                  language: "en",
                  parameters: ["x"],
                  parameterNames: ["A b"],
                },
              },
            },
          ],
        },
      ],
      goal: { event: "Paid!" },
      limits: { perDay: 0, perWeek: 3, gapMinutes: null },
      triggers: [
        { event: "custom", match: "all", conditions: [] },
        {
          event: "charge.created",
          match: "any",
          conditions: [{ variable: "", operator: "is_set", value: "" }],
        },
      ],
      reenrollment: { rule: "after_days", days: 0 },
      holdoutPercent: 60,
      endsOn: "tomorrow",
      sendingHours: [[{ from: "", to: "18:00" }], [], [], [], [], [], []],
    });
    const shapes = shapeProblems(draft);
    expect(shapes.map(({ stepId, field, code, data }) => [stepId && 1, field, code, data])).toEqual(
      expect.arrayContaining([
        [1, "wait", "time_invalid", {}],
        [1, "media", "media_url", {}],
        [1, "quickReplies", "quick_reply_long", { number: 2, max: 24 }],
        [1, "windowClosed", "template_name", {}],
        [1, "windowClosed", "template_language", {}],
        [1, "skipRules", "skip_hours", { rule: 1 }],
        [1, "skipRules", "condition_variable", { rule: 2 }],
        [1, "variants", "weight", { max: 100 }],
        [1, "template", "parameter_name", { parameter: 1, variant: 2 }],
        [null, "goal", "goal_event", {}],
        [null, "sendingHours", "hours_invalid", {}],
        [null, "limits", "limit_number", { limit: "perDay" }],
        [null, "triggers", "trigger_name", { trigger: 1 }],
        [null, "triggers", "condition_variable", { trigger: 2 }],
        [null, "reenrollment", "reenrollment_days", {}],
        [null, "holdoutPercent", "holdout_percent", { max: 50 }],
        [null, "endsOn", "ends_on", {}],
      ]),
    );
    expect(shapes).toHaveLength(17);
    const all = draftFindings(draft, context).problems;
    expect(all).toEqual(expect.arrayContaining(shapes));
  });

  it("have a sentence for each shape in every language", () => {
    for (const language of ["en", "pt-BR", "es"]) {
      const file = new URL(`../../messages/${language}/errors.json`, import.meta.url);
      const { publish } = JSON.parse(readFileSync(file, "utf8"));
      expect(SHAPE_PROBLEM_CODES.filter((code) => typeof publish[code] !== "string")).toEqual([]);
    }
  });
});
