import type { DraftFacts, MaestroFacts } from "./draft-facts";
import type {
  AttributeType,
  Channel,
  ContactLimits,
  ConversationStatus,
  EndReason,
  EnrollmentStatus,
  HsmButton,
  HsmFrame,
  HsmHeader,
  IdentityKind,
  Media,
  MessageStatus,
  ModuleSettings,
  Priority,
  RecordKind,
  SequenceSnapshot,
  SequenceStatus,
} from "./model";
import type { InboxLimits, InboxStatus, PaceSpan } from "./model-inboxes";
import type { Finding, VettedFact } from "./model-maestro";
import type { InboxPace, Place } from "./pace-facts";
import type { StepBlockFacts, TemplateFacts } from "./provider-facts";

/**
 * Everything `decide` may look at, loaded by the engine under the enrollment's row lock. Plain values only:
 * instants are `Date`, zones are IANA names.
 */
export type Facts = {
  enrollment: EnrollmentFacts;
  sequence: { id: string; status: SequenceStatus; snapshot: SequenceSnapshot };
  contact: ContactFacts;
  /** The thread that the run is linked to, if any. */
  conversation: { id: string; inboxId: string; status: ConversationStatus; resolvedAt: Date | null } | null;
  /** The deal, appointment or charge that the run is about, if any. */
  record: RecordFacts | null;
  /** In the account's order of preference. */
  inboxes: InboxFacts[];
  /** The send record of the current step, when an earlier turn has already made one. */
  current: CurrentSend | null;
  settings: ModuleSettings;
  /** Whether any step of this run was sent, which tells `completed` from `undeliverable`. */
  sentAny: boolean;
  account: AccountFacts;
  agent: { name: string; email: string } | null;
  /** The HSM templates that the steps from here on name, as far as they have been read. */
  templates?: readonly TemplateFacts[];
  /** Steps that a provider does not take as they are. */
  blocks?: readonly StepBlockFacts[];
  /** What Maestro has written for the current step, in this round of it. */
  draft?: DraftFacts | null;
  /** Absent: there is none, or it is off. */
  maestro?: MaestroFacts;
};

export type AccountFacts = {
  name: string;
  /** How a text says the contacts' own attributes, by their keys. */
  attributeTypes: Record<string, AttributeType>;
};

export type EnrollmentFacts = {
  id: string;
  status: EnrollmentStatus;
  endReason: EndReason | null;
  /** The step that comes next; null when none is left. */
  stepId: string | null;
  enrolledAt: Date;
  /** Where the wait of the current step counts from: the enrollment, or the previous step's end. */
  waitFromAt: Date;
  pausedUntil: Date | null;
  /** Set by "send now" or "reschedule": replaces the wait of the current step. */
  dueAtOverride: Date | null;
  /** Gets nothing, so that the others can be compared with it. */
  isHoldout: boolean;
  /** A person let the run go on after what was received until then: replies count from here. */
  repliesFrom: Date | null;
  /** What the run is about, whether or not it still exists. */
  recordId: string | null;
  /** The instant that the queue of an inbox has given to the run. */
  ticket: { inboxId: string; at: Date } | null;
};

export type RecordFacts = {
  kind: RecordKind;
  id: string;
  /** What relative waits count from: an instant, or a day on the wall calendar (ISO). Null when it has none yet. */
  date: { at: Date } | { on: string } | null;
  /** What texts and conditions may name after the kind: `amount` of `charge.amount`. Amounts in major units. */
  values: Record<string, string | number | boolean | null>;
};

export type ContactFacts = {
  id: string;
  name: string;
  firstName: string;
  email: string | null;
  phone: string | null;
  blockedAt: Date | null;
  deletedAt: Date | null;
  /** Another contact stands for this person now. */
  isMerged: boolean;
  /** From the contact's attribute. */
  timeZone: string | null;
  preferredChannel: Channel | null;
  identities: { kind: IdentityKind; value: string }[];
  attributes: Record<string, string | number | boolean | null>;
  tags: string[];
  /** Suppressions in force. */
  suppressions: { channel: Channel | "all"; at: Date }[];
  /** Last inbound message of a person (automatic replies do not count), on any channel. */
  lastReply: { at: Date; conversationId: string } | null;
  /** Those of the goal's name, latest first. */
  goalEvents: GoalEvent[];
  /** When any sequence sent something to the contact within the last 7 days, oldest first. */
  sends: Date[];
  /** The last message of anybody to the contact, a sequence or a person. */
  messagedAt: Date | null;
  /** Other live runs of the contact that will send; known only where the contact's limits make them compete. */
  rivals: Rival[];
};

export type Rival = {
  /** Its sequence's name. */
  sequence: string;
  priority: Priority;
  dueAt: Date;
  /** What its sequence allows besides what the account does. */
  limits: ContactLimits;
};

/** Something that happened to a contact, as the account's event log has it. */
export type GoalEvent = {
  name: string;
  /** The deal, appointment or charge that it is about. */
  recordId: string | null;
  at: Date;
  /** What the event itself says, which conditions name `event.plan`. Empty where the goal has no conditions. */
  data: Record<string, string | number | boolean | null>;
};

export type InboxFacts = {
  id: string;
  name: string;
  channel: Channel;
  status: InboxStatus;
  /** Whether free text is only allowed within 24 hours of the contact's last message in this inbox. */
  hasWindow: boolean;
  /** Whether the driver can send HSM templates. */
  hasTemplates: boolean;
  /** The contact's last inbound message in this inbox. */
  lastInboundAt: Date | null;
  /** The provider said that the window is closed although our clock says it is open. */
  windowClosedAt: Date | null;
  /** A permanent failure for this contact on this inbox. */
  failedAt: Date | null;
  limits: InboxLimits;
  /** What has been sent in the calendar minute, hour and day that begin at `from`. */
  used: Record<PaceSpan, { from: Date; count: number } | null>;
  pace: InboxPace;
};

export type CurrentSend = {
  status: MessageStatus;
  claimedAt: Date | null;
  /** When a refused attempt may be repeated. */
  retryAt: Date | null;
  attempts: number;
};

/** Why: a code for the screens to translate, and the data that the rule saw. */
export type Because = { code: ReasonCode; data: Record<string, string | number | boolean | null> };

export const REASON_CODES = [
  "already_ended",
  "opted_out",
  "blocked",
  "contact_deleted",
  "contact_merged",
  "goal_reached",
  "replied",
  "conversation_resolved",
  "sequence_archived",
  "reply_waits",
  "run_paused",
  "sequence_paused",
  "no_step_left",
  "already_recorded",
  "nothing_delivered",
  "not_due",
  "sending",
  "outcome_unknown",
  "retry_later",
  "window_closed",
  "no_channel",
  "inbox_paused",
  "missing_value",
  "text_unrenderable",
  "text_too_long",
  "template_unusable",
  "step_blocked",
  "quiet_hours",
  "no_open_day",
  "sequence_over",
  "date_passed",
  "date_missing",
  "holdout",
  "skip_condition",
  "messaged_recently",
  "no_address",
  "contact_limit",
  "yields_to_priority",
  "inbox_limit",
  "draft_needed",
  "draft_retry",
  "approval_pending",
  "draft_discarded",
  "draft_expired",
  "facts_changed",
  "guard_found",
  "due",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export type OutboundContent =
  | { type: "text"; text: string; subject: string | null }
  | {
      type: "template";
      name: string;
      language: string;
      parameters: string[];
      /** One for each of `parameters` where the template names its variables. */
      parameterNames?: string[];
      /** With their values filled in. */
      header?: HsmHeader;
      buttons?: HsmButton[];
      /** What stands around the text, with the head's variable filled in. */
      frame?: HsmFrame;
      text: string;
    }
  | {
      type: "rich";
      /** With WhatsApp's marks; the caption where there is media. */
      text: string;
      subject: string | null;
      preheader: string | null;
      media: Media | null;
      quickReplies: string[];
    };

/** The answer to "what now?" for one run. Each carries why. */
export type Decision =
  | {
      kind: "send";
      stepId: string;
      inboxId: string;
      channel: Channel;
      address: string;
      content: OutboundContent;
      /** Which of the step's variants it is; null when it has one text for all. */
      variantId: string | null;
      /** Null where the inbox has no limits. */
      place: Place | null;
      /** Whose words they are; null for the step's own. */
      draft: { id: string; revision: number } | null;
      because: Because;
    }
  | { kind: "skip"; stepId: string; because: Because }
  /** The step cannot be sent and never will be; the run goes on with the next one. */
  | { kind: "fail"; stepId: string; because: Because }
  /** A send was claimed and never finished: its outcome is unknown and it is never repeated blindly. */
  | { kind: "lost"; stepId: string; because: Because }
  /** Maestro has to write the step's words before anything else is decided. */
  | { kind: "compose"; stepId: string; inboxId: string; because: Because }
  | {
      /** What was approved does not hold any more: it goes back to the person, with the reason. */
      kind: "return";
      stepId: string;
      draftId: string;
      inboxId: string;
      channel: Channel;
      dueAt: Date;
      /** As they are now, and what the guard says by them. */
      facts: readonly VettedFact[];
      findings: readonly Finding[];
      because: Because;
    }
  /** `queue`: the run stands in the queue of that inbox, in the order of `since`; `until` is then an estimate. */
  | { kind: "wait"; until: Date; queue?: { inboxId: string; since: Date }; because: Because }
  | { kind: "end"; reason: EndReason; because: Because };
