import fc from "fast-check";
import type { AccountFacts, ContactFacts, Facts, GoalEvent, InboxFacts, RecordFacts } from "./facts";
import {
  CHANNELS,
  END_REASONS,
  ENROLLMENT_STATUSES,
  MESSAGE_STATUSES,
  type ModuleSettings,
  PRIORITIES,
  RECORD_KINDS,
  SEQUENCE_STATUSES,
  SETTINGS_DEFAULTS,
  type SendingHours,
} from "./model";
import { INBOX_STATUSES, type InboxLimits, NO_INBOX_LIMITS } from "./model-inboxes";
import type { InboxPace } from "./pace-facts";
import { NO_PACE } from "./pace-place";
import type { TemplateFacts } from "./provider-facts";
import { anEmailInbox } from "./test-facts";
import { contactLimits, hours, rarely, snapshot } from "./test-snapshots";

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
const zone = fc.constantFrom(...ZONES, "UTC", "Nowhere/Land", "", "+03:00");

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
  isMerged: rarely(fc.constant(true)).map((is) => is === true),
  tags: fc.constantFrom<string[]>([], ["vip"]),
  goalEvents: rarely(
    fc.record({
      name: fc.constantFrom("paid", "won"),
      recordId: fc.constantFrom(null, "record", "other"),
      at: instant,
      data: fc.constantFrom<GoalEvent["data"]>({}, { plan: "gold" }),
    }),
  ).map((event) => (event ? [event] : [])),
  sends: fc.array(instant, { maxLength: 4 }).map((sends) => sends.sort((a, b) => a.getTime() - b.getTime())),
  messagedAt: rarely(instant),
  rivals: fc.array(
    fc.record({
      sequence: fc.constant("Other"),
      priority: fc.constantFrom(...PRIORITIES),
      dueAt: instant,
      limits: contactLimits,
    }),
    { maxLength: 2 },
  ),
});

const inboxLimit = fc.option(fc.integer({ min: 1, max: 3 }));
const used = fc.option(fc.record({ from: instant, count: fc.nat(4) }));

const pace: fc.Arbitrary<InboxPace> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(NO_PACE) },
  fc.record({
    nextAtMs: rarely(instant).map((at) => at && at.getTime() + 0.5),
    restUntil: rarely(instant),
    isQueued: fc.boolean(),
    queued: fc.nat(100),
    pairGapSeconds: fc.option(fc.constant(6)),
    pairAt: rarely(instant),
    recipients: fc.option(
      fc.record({
        scope: fc.constant("business"),
        used: fc.nat(4),
        oldest: maybeInstant,
        isCounted: fc.boolean(),
      }),
    ),
  }),
);

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
    limits: fc.oneof(
      { weight: 3, arbitrary: fc.constant(NO_INBOX_LIMITS) },
      fc
        .record({
          ...{ perSecond: inboxLimit, perMinute: inboxLimit, perHour: inboxLimit, perDay: inboxLimit },
          gapSeconds: fc.option(fc.constant<InboxLimits["gapSeconds"]>({ from: 20, to: 60 })),
          recipientsPerDay: inboxLimit,
          warmUp: rarely(fc.constant<InboxLimits["warmUp"]>({ startsOn: "2026-03-20", perDay: [1, 2, 4] })),
        })
        .map((limits) => ({ ...NO_INBOX_LIMITS, ...limits })),
    ),
    used: fc.record({ minute: used, hour: used, day: used }),
    pace,
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
  limits: contactLimits,
  stalledDays: fc.constant(7),
  attributionDays: fc.constant(7),
  takeover: fc.constant(SETTINGS_DEFAULTS.takeover),
  unknownAfterHours: fc.constant(SETTINGS_DEFAULTS.unknownAfterHours),
});

export const record: fc.Arbitrary<RecordFacts> = fc.record({
  kind: fc.constantFrom(...RECORD_KINDS),
  id: fc.constant("record"),
  date: fc.oneof(
    fc.constant(null),
    fc.record({ at: instant }),
    instant.map((at) => ({ on: at.toISOString().slice(0, 10) })),
    fc.constant({ on: "soon" }),
  ),
  values: fc.record({
    amount: fc.constantFrom(null, 99.9, 100),
    status: fc.constantFrom("open", "paid"),
  }),
});

/** The template that steps name, as one of the inboxes has it. */
const readTemplate: fc.Arbitrary<TemplateFacts> = fc.record({
  inboxId: fc.constantFrom("inbox-0", "inbox-1"),
  ...{ name: fc.constant("reminder"), language: fc.constant("en"), category: fc.constant("UTILITY") },
  status: fc.constantFrom("APPROVED", "PAUSED", "REJECTED"),
  isMissing: fc.boolean(),
  changedAt: maybeInstant,
  needs: fc.record({
    isNamed: fc.boolean(),
    variables: fc.constantFrom<string[]>([], ["1"], ["name", "amount"]),
    header: fc.option(fc.constant({ type: "image" as const, name: null })),
    ...{ buttons: fc.constant([]), isUnsupported: fc.boolean() },
  }),
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
    isHoldout: rarely(fc.constant(true)).map((isHeld) => isHeld === true),
    repliesFrom: rarely(instant),
    recordId: fc.constantFrom(null, "record"),
    ticket: rarely(fc.record({ inboxId: fc.constant("inbox-0"), at: instant })),
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
      status: fc.constant("open" as const),
      resolvedAt: maybeInstant,
    }),
  ),
  record: fc.option(record, { freq: 2 }),
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
  account: fc.record({
    name: fc.constantFrom("", "Loja Azul"),
    attributeTypes: fc.constantFrom<AccountFacts["attributeTypes"]>({}, { plan: "text", renewal: "date" }),
  }),
  agent: fc.option(fc.record({ name: fc.string(), email: fc.string() })),
  templates: fc.array(readTemplate, { maxLength: 2 }),
  blocks: fc.array(
    fc.record({
      ...{ stepId: fc.constantFrom("step-0", "step-1"), inboxId: fc.constantFrom("inbox-0", "inbox-1") },
      template: fc.option(fc.constant({ name: "reminder", language: "en" }), { freq: 1 }),
      ...{ code: fc.constantFrom("132001", "template_unusable"), detail: fc.constant("") },
    }),
    { maxLength: 1 },
  ),
});

/** A run that is under way: nothing ends it by itself and its inboxes work, so that every kind of decision is frequent. */
export const liveFacts: fc.Arbitrary<Facts> = fc
  .tuple(anyFacts, fc.option(fc.constantFrom(...MESSAGE_STATUSES), { freq: 2 }), instant, rarely(instant))
  .map(([facts, earlier, claimedAt, retryAt]) => ({
    ...facts,
    enrollment: { ...facts.enrollment, status: "active", endReason: null, stepId: "step-0" },
    sequence: { ...facts.sequence, status: "active" },
    templates: [],
    blocks: [],
    contact: {
      ...facts.contact,
      ...{
        blockedAt: null,
        deletedAt: null,
        isMerged: false,
        suppressions: [],
        lastReply: null,
        goalEvents: [],
      },
      email: "ana@example.com",
    },
    conversation: null,
    inboxes: [...facts.inboxes, anEmailInbox()],
    current: earlier && { status: earlier, claimedAt, retryAt, attempts: 1 },
  }));
