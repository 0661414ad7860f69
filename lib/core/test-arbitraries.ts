import fc from "fast-check";
import type { ContactFacts, Facts, InboxFacts } from "./facts";
import {
  CHANNELS,
  END_REASONS,
  ENROLLMENT_STATUSES,
  INBOX_STATUSES,
  MESSAGE_STATUSES,
  type ModuleSettings,
  NO_CONTACT_LIMITS,
  NO_INBOX_LIMITS,
  REPLY_EXITS,
  SEQUENCE_DEFAULTS,
  SEQUENCE_STATUSES,
  type SendingHours,
  type SequenceSnapshot,
  STEP_CHANNELS,
  STEP_DEFAULTS,
  type Step,
  WAIT_UNITS,
} from "./model";
import { anEmailInbox } from "./test-facts";

/** Facts of every kind, sensible or not, for property tests. */
export const ZONES = [
  "Europe/Lisbon",
  "America/New_York",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Casablanca",
];
const FROM = new Date("2024-01-01T00:00:00Z");
const TO = new Date("2028-01-01T00:00:00Z");

/** Days on which the clocks of one of the zones change; half of the moments lie near one. */
const CHANGES = [
  "2024-03-10",
  "2025-10-26",
  "2026-02-15",
  "2026-03-22",
  "2026-03-29",
  "2026-04-05",
  "2026-10-04",
  "2026-11-01",
];
export const instant = fc.oneof(
  fc.date({ min: FROM, max: TO, noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -1_440, max: 1_440 }))
    .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000)),
);
const maybeInstant = fc.option(instant, { freq: 2 });
/** What is the same for all. */
function constants<T extends Record<string, unknown>>(values: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  const entries = Object.entries(values).map(([key, value]) => [key, fc.constant(value)]);
  return Object.fromEntries(entries);
}
/** Keeps runs that go on the rule rather than the exception. */
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}
const time = fc.constantFrom("00:00", "01:30", "02:15", "03:00", "09:00", "13:00", "18:00", "23:30");
const range = fc.oneof(
  fc.constant({ from: "00:00", to: "00:00" }),
  fc.constant({ from: "09:00", to: "18:00" }),
  fc.record({ from: time, to: time }),
);
const hours = fc.array(fc.array(range, { minLength: 1, maxLength: 2 }), { minLength: 5, maxLength: 7 });
const zone = fc.constantFrom(...ZONES, "UTC", "Nowhere/Land", "", "+03:00");
const text = fc.oneof(
  fc.constantFrom(
    "Hi",
    "",
    "Hi {{ contact.first_name | default: 'you' }}",
    "{{ contact.plan }}",
    "{{ broken",
    "{% if x %}",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);
const template = fc.record({
  name: fc.constant("reminder"),
  language: fc.constant("en"),
  parameters: fc.array(text, { maxLength: 2 }),
});

const step = (id: string): fc.Arbitrary<Step> =>
  fc.record({
    id: fc.constant(id),
    wait: fc.record({
      amount: fc.oneof({ weight: 9, arbitrary: fc.nat(5) }, fc.nat(525_600)),
      unit: fc.constantFrom(...WAIT_UNITS),
      at: fc.option(time, { nil: undefined }),
    }),
    channel: fc.constantFrom(...STEP_CHANNELS),
    content: fc.oneof(
      fc.record({ type: fc.constant("text" as const), text, subject: fc.option(text, { nil: undefined }) }),
      fc.record({ type: fc.constant("template" as const), template }),
    ),
    windowClosed: fc.oneof(
      fc.record({ do: fc.constant("template" as const), template }),
      fc.record({ do: fc.constant("other_channel" as const) }),
      fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ do: fc.constant("skip" as const) }),
    ),
    ...constants(STEP_DEFAULTS),
  });

export const snapshot: fc.Arbitrary<SequenceSnapshot> = fc.record({
  schemaVersion: fc.constant(1 as const),
  target: fc.constant("contact" as const),
  steps: fc.integer({ min: 1, max: 4 }).chain((count) => {
    return fc.tuple(...Array.from({ length: count }, (_, index) => step(`step-${index}`)));
  }),
  exitRules: fc.record({ onReply: fc.constantFrom(...REPLY_EXITS), onResolution: fc.boolean() }),
  goal: fc.option(fc.record({ event: fc.constantFrom("paid", "won") })),
  sendingHours: rarely(hours),
  ...constants({
    limits: SEQUENCE_DEFAULTS.limits,
    triggers: [],
    reenrollment: SEQUENCE_DEFAULTS.reenrollment,
    holdoutPercent: 0,
    endsOn: null,
    defaultAssigneeId: null,
  }),
});

const contact: fc.Arbitrary<ContactFacts> = fc.record({
  id: fc.constant("contact"),
  name: fc.constantFrom("", "Ana Lima"),
  firstName: fc.constantFrom("", "Ana"),
  email: fc.constantFrom(null, "", "ana@example.com"),
  phone: fc.constantFrom(null, "", "+5511987654321", "+351912345678", "nonsense"),
  blockedAt: rarely(instant),
  deletedAt: rarely(instant),
  timeZone: fc.option(zone),
  preferredChannel: fc.option(fc.constantFrom(...CHANNELS)),
  identities: fc.array(
    fc.record({
      kind: fc.constantFrom("phone" as const, "email" as const, "whatsapp" as const),
      value: fc.constantFrom("", "5511987654321"),
    }),
    { maxLength: 2 },
  ),
  attributes: fc.dictionary(
    fc.string({ maxLength: 8 }),
    fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
    { maxKeys: 3 },
  ),
  suppressions: fc.array(fc.record({ channel: fc.constantFrom(...CHANNELS, "all" as const), at: instant }), {
    maxLength: 1,
  }),
  lastReply: rarely(fc.record({ at: instant, conversationId: fc.constantFrom("thread", "other") })),
  goalReached: rarely(fc.record({ event: fc.constantFrom("paid", "won"), at: instant })),
  sends: fc.constant([]),
  messagedAt: rarely(instant),
});

const inbox = (id: string): fc.Arbitrary<InboxFacts> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    channel: fc.constantFrom(...CHANNELS),
    status: fc.constantFrom(...INBOX_STATUSES, "active" as const, "active" as const),
    hasWindow: fc.boolean(),
    hasTemplates: fc.boolean(),
    lastInboundAt: maybeInstant,
    windowClosedAt: rarely(instant),
    failedAt: rarely(instant),
    ...constants({ limits: NO_INBOX_LIMITS, used: { minute: null, hour: null, day: null } }),
  });

export const settings: fc.Arbitrary<ModuleSettings> = fc.record({
  timeZone: zone,
  useContactZone: fc.boolean(),
  sendingHours: fc.oneof(
    { weight: 9, arbitrary: hours },
    { weight: 1, arbitrary: fc.constant<SendingHours>([]) },
  ),
  holidays: fc.array(
    instant.map((at) => ({ date: at.toISOString().slice(0, 10), name: "" })),
    { maxLength: 5 },
  ),
  locale: fc.constantFrom("en", "pt-BR", "es"),
  country: fc.constant("BR"),
  currency: fc.constantFrom("BRL", "USD"),
  limits: fc.constant(NO_CONTACT_LIMITS),
});

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  enrollment: fc.record({
    id: fc.uuid(),
    status: fc.constantFrom(...ENROLLMENT_STATUSES, "active" as const, "active" as const),
    endReason: fc.option(fc.constantFrom(...END_REASONS)),
    stepId: fc.constantFrom("step-0", "step-0", "step-1", "gone", null),
    enrolledAt: instant,
    waitFromAt: instant,
    pausedUntil: maybeInstant,
    dueAtOverride: rarely(instant),
    isHoldout: fc.constant(false),
  }),
  sequence: fc.record({
    id: fc.constant("sequence"),
    status: fc.constantFrom(...SEQUENCE_STATUSES, "active" as const, "active" as const),
    snapshot,
  }),
  contact,
  conversation: fc.option(
    fc.record({
      id: fc.constant("thread"),
      inboxId: fc.constantFrom("inbox-0", "gone"),
      resolvedAt: maybeInstant,
    }),
  ),
  record: fc.constant(null),
  inboxes: fc.tuple(inbox("inbox-0"), inbox("inbox-1")).chain((all) => fc.subarray(all)),
  current: rarely(
    fc.record({
      status: fc.constantFrom(...MESSAGE_STATUSES),
      claimedAt: maybeInstant,
      retryAt: maybeInstant,
      attempts: fc.nat(5),
    }),
  ),
  settings,
  sentAny: fc.boolean(),
  account: fc.record({ name: fc.constantFrom("", "Loja Azul") }),
  agent: fc.option(fc.record({ name: fc.string(), email: fc.string() })),
});

/** A run that is under way: nothing ends it by itself and its inboxes work, so that every kind of decision is frequent. */
export const liveFacts: fc.Arbitrary<Facts> = fc
  .tuple(anyFacts, fc.option(fc.constantFrom(...MESSAGE_STATUSES), { freq: 2 }), instant)
  .map(([facts, earlier, claimedAt]) => ({
    ...facts,
    enrollment: { ...facts.enrollment, status: "active", endReason: null, stepId: "step-0" },
    sequence: { ...facts.sequence, status: "active" },
    contact: {
      ...facts.contact,
      ...{ blockedAt: null, deletedAt: null, suppressions: [], lastReply: null, goalReached: null },
      email: "ana@example.com",
    },
    conversation: null,
    inboxes: [...facts.inboxes, anEmailInbox()],
    current: earlier && { status: earlier, claimedAt, retryAt: null, attempts: 1 },
  }));
