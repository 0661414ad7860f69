import fc from "fast-check";
import {
  type Content,
  MEDIA_KINDS,
  OPERATORS,
  PRIORITIES,
  REENROLLMENT_RULES,
  REPLY_EFFECTS,
  REPLY_EXITS,
  type SequenceDraft,
  STEP_CHANNELS,
  type Step,
  TARGETS,
  WAIT_UNITS,
} from "@/lib/core/model";
import { TRIGGER_EVENTS } from "@/lib/core/model-rules";

/** Drafts with every field filled from few values, so that two of them agree in much and differ in little. */
const few = <T>(...values: T[]) => fc.constantFrom(...values);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const id = fc.integer({ min: 1, max: 4 }).map((n) => `0197a0f0-0000-7000-8000-00000000000${n}`);
const words = few("", "Hi", "Hi there", "Hi {{ contact.name }}, hi");
const texts = fc.array(words, { maxLength: 2 });
const template = fc.record(
  { name: few("a", "b"), language: few("en", "es"), parameters: texts, parameterNames: texts, body: words },
  { requiredKeys: ["name", "language", "parameters"] },
);
const body = { text: words, subject: optional(words), templateId: optional(id) };
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), ...body }),
  fc.record({ type: fc.constant("template" as const), template, openText: optional(words) }),
  fc.record({
    type: fc.constant("rich" as const),
    ...body,
    preheader: optional(words),
    media: optional(
      fc.record({ kind: few(...MEDIA_KINDS), url: few("https://a", "https://b"), fileName: optional(words) }),
    ),
    quickReplies: texts,
  }),
);
const condition = { variable: words, operator: few(...OPERATORS), value: words };
const step: fc.Arbitrary<Step> = fc.record({
  id,
  name: optional(words),
  wait: fc.record({
    amount: few(0, 1),
    unit: few(...WAIT_UNITS),
    at: optional(few("09:00", "10:00")),
    relative: optional(
      fc.record({
        side: few("before" as const, "after" as const),
        ifPassed: few("send" as const, "skip" as const),
      }),
    ),
  }),
  channel: few(...STEP_CHANNELS),
  content,
  windowClosed: fc.oneof(
    fc.record({ do: fc.constant("template" as const), template }),
    fc.record({ do: few("other_channel" as const, "skip" as const) }),
    fc.record({ do: fc.constant("wait" as const), days: few(1, 2) }),
  ),
  compose: fc.oneof(
    fc.record({ mode: fc.constant("static" as const) }),
    fc.record({ mode: few("ai_assisted" as const, "ai_full" as const), instruction: words }),
  ),
  skipRules: fc.array(
    fc.oneof(
      fc.record({ when: fc.constant("condition" as const), ...condition }),
      fc.record({ when: fc.constant("messaged_within" as const), hours: few(1, 2) }),
      fc.record({ when: fc.constant("no_address" as const) }),
    ),
    { maxLength: 3 },
  ),
  weight: few(1, 2),
  variants: fc.array(fc.record({ id, weight: few(1, 2), content }), { maxLength: 3 }),
});
const hours = fc.array(
  fc.array(fc.record({ from: few("08:00", "09:00"), to: few("18:00") }), { maxLength: 1 }),
  {
    minLength: 7,
    maxLength: 7,
  },
);
const number = fc.option(few(1, 2));

export const drafts: fc.Arbitrary<SequenceDraft> = fc.record({
  schemaVersion: fc.constant(1 as const),
  target: few(...TARGETS),
  steps: fc.array(step, { maxLength: 4 }),
  exitRules: fc.record({
    onReply: few(...REPLY_EXITS),
    replyDoes: few(...REPLY_EFFECTS),
    onResolution: fc.boolean(),
  }),
  goal: fc.option(fc.record({ event: few("paid", "won") })),
  sendingHours: fc.option(hours),
  limits: fc.record({ perDay: number, perWeek: number, gapMinutes: number }),
  triggers: fc.array(
    fc.record({
      event: few(...TRIGGER_EVENTS),
      name: optional(few("paid", "won")),
      match: few("all" as const, "any" as const),
      conditions: fc.array(fc.record(condition), { maxLength: 1 }),
    }),
    { maxLength: 3 },
  ),
  reenrollment: fc.record({ rule: few(...REENROLLMENT_RULES), days: few(1, 7) }),
  holdoutPercent: few(0, 10),
  endsOn: fc.option(few("2026-12-24", "2026-12-31")),
  defaultAssigneeId: fc.option(id),
  priority: few(...PRIORITIES),
  exclusivityGroup: fc.option(few("payments", "winback")),
});
