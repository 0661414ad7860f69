import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SequenceDraft, sequenceSnapshotSchema } from "@/lib/core/model";
import { VARIABLES } from "@/lib/core/variables";
import { draftFindings } from "./draft-check";
import { draftSchema } from "./schema";

const context = {
  knownVariables: new Set(VARIABLES.map((variable) => variable.name)),
  inboxes: [{ channel: "whatsapp" as const, hasWindow: true, hasTemplates: true }],
};

/** Mostly right, so that whole drafts without a problem come up. */
const mostly = <T>(right: T[], wrong: T[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
const time = mostly(["09:30", "08:00"], ["", "9:3", "25:00"]);
const template = fc.record({
  name: mostly(["reminder_1"], ["", "Not A Name"]),
  language: mostly(["pt_BR"], ["", "x"]),
  parameters: fc.array(mostly(["{{ contact.name }}", "plain"], [""]), { maxLength: 2 }),
});
const step = fc.record({
  id: fc.uuid(),
  wait: fc.record(
    {
      amount: mostly([1, 30, 260], [0, 400]),
      unit: fc.constantFrom("minutes", "hours", "days", "business_days"),
      at: time,
    },
    { requiredKeys: ["amount", "unit"] },
  ),
  channel: fc.constantFrom("automatic", "same_conversation", "whatsapp", "email", "sms"),
  content: fc.oneof(
    fc.record({
      type: fc.constant("text"),
      text: mostly(["Hi {{ contact.name }}"], ["", "{{ nobody }}", "{% if"]),
    }),
    fc.record({ type: fc.constant("template"), template }),
  ),
  windowClosed: fc.oneof(
    fc.record({ do: fc.constant("template"), template }),
    fc.record({ do: fc.constant("wait"), days: mostly([1, 30], [0, 31]) }),
    fc.record({ do: fc.constantFrom("skip", "other_channel") }),
  ),
});
const hours = fc.array(
  fc.record({ from: mostly(["08:00"], [""]), to: mostly(["18:00", "00:00"], ["25:00"]) }),
  { maxLength: 1 },
);
const drafts = fc.record({
  schemaVersion: fc.constant(1),
  target: fc.constant("contact"),
  steps: fc.uniqueArray(step, { maxLength: 3, selector: ({ id }) => id }),
  exitRules: fc.constant({ onReply: "any_channel", onResolution: true }),
  goal: fc.option(fc.record({ event: mostly(["paid"], ["", "Not A Name"]) })),
  sendingHours: fc.option(fc.array(hours, { minLength: 7, maxLength: 7 })),
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
      { numRuns: 500, seed: 7 },
    );
    expect(published).toBeGreaterThan(20);
  });

  it("name each half-typed value at its place", () => {
    const draft = draftSchema.parse({
      schemaVersion: 1,
      target: "contact",
      steps: [
        {
          id: "0197a0f0-0000-7000-8000-000000000001",
          wait: { amount: 1, unit: "days", at: "9:3" },
          channel: "whatsapp",
          content: { type: "text", text: "Hi" },
          windowClosed: { do: "template", template: { name: "", language: "", parameters: [] } },
        },
      ],
      exitRules: { onReply: "any_channel", onResolution: true },
      goal: { event: "Paid!" },
      sendingHours: null,
    });
    expect(
      draftFindings(draft, context).problems.map(({ stepIndex, field, code }) => [stepIndex, field, code]),
    ).toEqual([
      [0, "wait", "time_invalid"],
      [0, "windowClosed", "template_name"],
      [0, "windowClosed", "template_language"],
      [null, "goal", "goal_event"],
    ]);
  });
});
