import fc from "fast-check";
import {
  COMPOSE_MODES,
  type Condition,
  type ContactLimits,
  type Content,
  type HsmTemplate,
  IF_PASSED,
  MEDIA_KINDS,
  OPERATORS,
  PRIORITIES,
  REPLY_EFFECTS,
  REPLY_EXITS,
  type SequenceSnapshot,
  type SkipRule,
  STEP_CHANNELS,
  type Step,
  TARGETS,
  WAIT_UNITS,
  type Wait,
} from "./model";
import { TRIGGER_EVENTS } from "./model-rules";

/** Snapshots of every kind, sensible or not, for property tests. */

/** Keeps runs that go on the rule rather than the exception. */
export function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

const time = fc.constantFrom("00:00", "01:30", "02:15", "03:00", "09:00", "13:00", "18:00", "23:30");
const range = fc.oneof(
  fc.constant({ from: "00:00", to: "00:00" }),
  fc.constant({ from: "09:00", to: "18:00" }),
  fc.record({ from: time, to: time }),
);
export const hours = fc.array(fc.array(range, { minLength: 1, maxLength: 2 }), {
  minLength: 5,
  maxLength: 7,
});

export const text = fc.oneof(
  fc.constantFrom(
    "Hi",
    "",
    "Hi {{ contact.first_name | default: 'you' }}",
    "{{ contact.plan }}",
    "*{{ charge.amount | money }}* is due",
    "{{ broken",
    "{% if x %}",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const template: fc.Arbitrary<HsmTemplate> = fc.record({
  name: fc.constant("reminder"),
  language: fc.constant("en"),
  parameters: fc.array(text, { maxLength: 2 }),
  parameterNames: maybe(fc.constant(["name", "amount"])),
  body: maybe(fc.constantFrom("Dear {{1}}: {{2}}", "Dear {{name}}")),
});

const content: fc.Arbitrary<Content> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), text, subject: maybe(text) }),
  fc.record({ type: fc.constant("template" as const), template, openText: maybe(text) }),
  fc.record({
    type: fc.constant("rich" as const),
    text,
    subject: maybe(text),
    preheader: maybe(text),
    media: maybe(
      fc.record({ kind: fc.constantFrom(...MEDIA_KINDS), url: fc.constant("https://files.example.com/a") }),
    ),
    quickReplies: fc.array(fc.constantFrom("Yes", "No", ""), { maxLength: 3 }),
  }),
);

/** Half of the waits of a sequence about a record count from its date. */
const wait: fc.Arbitrary<Wait> = fc.record({
  amount: fc.oneof({ weight: 9, arbitrary: fc.nat(5) }, fc.nat(525_600)),
  unit: fc.constantFrom(...WAIT_UNITS),
  at: maybe(time),
  relative: fc.option(
    fc.record({
      side: fc.constantFrom("before" as const, "after" as const),
      ifPassed: fc.constantFrom(...IF_PASSED),
    }),
    { nil: undefined, freq: 2 },
  ),
});

export const condition: fc.Arbitrary<Condition> = fc.record({
  variable: fc.constantFrom(
    "contact.plan",
    "contact.first_name",
    "charge.amount",
    "charge.status",
    "nothing",
    "",
  ),
  operator: fc.constantFrom(...OPERATORS),
  value: fc.constantFrom("", "Ana", "100", "paid, open", "2026-11-18"),
});
const skipRule: fc.Arbitrary<SkipRule> = fc.oneof(
  condition.map((one) => ({ ...one, when: "condition" as const })),
  fc.record({ when: fc.constant("messaged_within" as const), hours: fc.integer({ min: 1, max: 168 }) }),
  fc.constant({ when: "no_address" as const }),
);
const weight = fc.integer({ min: 1, max: 100 });

const step = (id: string): fc.Arbitrary<Step> =>
  fc.record({
    id: fc.constant(id),
    wait,
    channel: fc.constantFrom(...STEP_CHANNELS),
    content,
    windowClosed: fc.oneof(
      fc.record({ do: fc.constant("template" as const), template }),
      fc.record({ do: fc.constant("other_channel" as const) }),
      fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ do: fc.constant("skip" as const) }),
    ),
    compose: fc.constantFrom(...COMPOSE_MODES).map((mode): Step["compose"] => {
      return mode === "static" ? { mode } : { mode, instruction: "Be kind" };
    }),
    skipRules: fc.oneof(fc.constant<SkipRule[]>([]), fc.array(skipRule, { maxLength: 2 })),
    weight,
    variants: fc
      .array(fc.record({ weight, content }), { maxLength: 3 })
      .map((all) => all.map((one, index) => ({ id: `${id}-${index}`, ...one }))),
  });

const limit = (max: number) => fc.option(fc.integer({ min: 1, max }), { freq: 2 });
export const contactLimits: fc.Arbitrary<ContactLimits> = fc.record({
  perDay: limit(3),
  perWeek: limit(5),
  gapMinutes: limit(3_000),
});

export const snapshot: fc.Arbitrary<SequenceSnapshot> = fc.record({
  schemaVersion: fc.constant(1 as const),
  target: fc.constantFrom(...TARGETS),
  steps: fc.integer({ min: 1, max: 4 }).chain((count) => {
    return fc.tuple(...Array.from({ length: count }, (_, index) => step(`step-${index}`)));
  }),
  exitRules: fc.record({
    onReply: fc.constantFrom(...REPLY_EXITS),
    replyDoes: fc.constantFrom(...REPLY_EFFECTS),
    onResolution: fc.boolean(),
  }),
  goal: fc.option(fc.record({ event: fc.constantFrom("paid", "won") })),
  sendingHours: rarely(hours),
  limits: contactLimits,
  triggers: fc.array(
    fc.record({
      event: fc.constantFrom(...TRIGGER_EVENTS),
      match: fc.constantFrom("all" as const, "any" as const),
      conditions: fc.array(condition, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  reenrollment: fc.constant({ rule: "after_days" as const, days: 7 }),
  holdoutPercent: fc.constantFrom(0, 10, 50),
  endsOn: rarely(fc.constantFrom("2024-06-30", "2026-03-29", "2026-11-18", "2027-12-31")),
  defaultAssigneeId: fc.constant(null),
  priority: fc.constantFrom(...PRIORITIES),
  exclusivityGroup: fc.constant(null),
});
