import { decide } from "./decide";
import type { ContactFacts, Facts, InboxFacts } from "./facts";
import {
  type ModuleSettings,
  NO_CONTACT_LIMITS,
  SEQUENCE_DEFAULTS,
  SETTINGS_DEFAULTS,
  type SendingHours,
  type SequenceSnapshot,
  STEP_DEFAULTS,
  type Step,
} from "./model";
import { NO_INBOX_LIMITS } from "./model-inboxes";
import { NO_PACE } from "./pace-place";

/** Facts of an ordinary run for tests: two steps, a WhatsApp and an email inbox, everything open and due. */
export const NOW = new Date("2026-11-18T15:00:00Z");
export const STEP_1 = "01930000-0000-7000-8000-000000000001";
export const STEP_2 = "01930000-0000-7000-8000-000000000002";
export const ALWAYS: SendingHours = Array.from({ length: 7 }, () => [{ from: "00:00", to: "00:00" }]);
export const OFFICE: SendingHours = Array.from({ length: 7 }, (_, weekday) =>
  weekday < 5 ? [{ from: "09:00", to: "18:00" }] : [],
);

export function ago(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000);
}

export function ahead(minutes: number): Date {
  return ago(-minutes);
}

export function aStep(changes: Partial<Step> = {}): Step {
  return {
    id: STEP_1,
    wait: { amount: 10, unit: "minutes" },
    channel: "automatic",
    content: { type: "text", text: 'Hi {{ contact.first_name | default: "there" }}' },
    windowClosed: { do: "skip" },
    ...STEP_DEFAULTS,
    ...changes,
  };
}

export function aSnapshot(changes: Partial<SequenceSnapshot> = {}): SequenceSnapshot {
  return {
    schemaVersion: 1,
    target: "contact",
    steps: [aStep(), aStep({ id: STEP_2, wait: { amount: 2, unit: "days" } })],
    ...SEQUENCE_DEFAULTS,
    ...changes,
  };
}

export function aContact(changes: Partial<ContactFacts> = {}): ContactFacts {
  return {
    id: "contact",
    name: "Ana Lima",
    firstName: "Ana",
    email: "ana@example.com",
    phone: "+5511987654321",
    blockedAt: null,
    deletedAt: null,
    isMerged: false,
    timeZone: null,
    preferredChannel: null,
    identities: [],
    attributes: {},
    tags: [],
    suppressions: [],
    lastReply: null,
    goalEvents: [],
    sends: [],
    messagedAt: null,
    rivals: [],
    ...changes,
  };
}

export function anInbox(changes: Partial<InboxFacts> = {}): InboxFacts {
  return {
    id: "whatsapp",
    name: "WhatsApp",
    channel: "whatsapp",
    status: "active",
    hasWindow: true,
    hasTemplates: true,
    lastInboundAt: ago(120),
    windowClosedAt: null,
    failedAt: null,
    limits: NO_INBOX_LIMITS,
    used: { minute: null, hour: null, day: null },
    pace: NO_PACE,
    ...changes,
  };
}

export function anEmailInbox(changes: Partial<InboxFacts> = {}): InboxFacts {
  return anInbox({
    id: "email",
    name: "Mail",
    channel: "email",
    hasWindow: false,
    hasTemplates: false,
    lastInboundAt: null,
    ...changes,
  });
}

export function someSettings(changes: Partial<ModuleSettings> = {}): ModuleSettings {
  return {
    timeZone: "America/Sao_Paulo",
    useContactZone: false,
    sendingHours: ALWAYS,
    holidays: [],
    locale: "en",
    country: "BR",
    currency: "BRL",
    limits: NO_CONTACT_LIMITS,
    ...SETTINGS_DEFAULTS,
    ...changes,
  };
}

type Changes = Partial<Omit<Facts, "enrollment" | "sequence">> & {
  enrollment?: Partial<Facts["enrollment"]>;
  sequence?: Partial<Facts["sequence"]>;
};

export function someFacts({ enrollment, sequence, ...changes }: Changes = {}): Facts {
  return {
    enrollment: {
      id: "enrollment",
      status: "active",
      endReason: null,
      stepId: STEP_1,
      enrolledAt: ago(60),
      waitFromAt: ago(60),
      pausedUntil: null,
      dueAtOverride: null,
      isHoldout: false,
      repliesFrom: null,
      recordId: null,
      ticket: null,
      ...enrollment,
    },
    sequence: { id: "sequence", status: "active", snapshot: aSnapshot(), ...sequence },
    contact: aContact(),
    conversation: null,
    record: null,
    inboxes: [anInbox(), anEmailInbox()],
    current: null,
    settings: someSettings(),
    sentAny: false,
    account: { name: "Loja Azul", attributeTypes: {} },
    agent: { name: "Bia", email: "bia@example.com" },
    ...changes,
  };
}

/** `send`, `wait 30 not_due` with minutes from now, or kind, reason and code. */
export function answer(facts: Facts): string {
  const decision = decide(facts, NOW);
  const { code } = decision.because;
  switch (decision.kind) {
    case "send":
      return `send ${decision.inboxId} ${decision.content.type}`;
    case "wait":
      return `wait ${(decision.until.getTime() - NOW.getTime()) / 60_000} ${code}`;
    case "end":
      return `end ${decision.reason} ${code}`;
    case "compose":
    case "return":
    case "skip":
    case "fail":
    case "lost":
      return `${decision.kind} ${code}`;
  }
}
