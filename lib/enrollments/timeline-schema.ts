import type { OutboundContent } from "@/lib/core/facts";
import type {
  Channel,
  EndReason,
  EnrollmentStatus,
  LedgerKind,
  Media,
  MessageStatus,
} from "@/lib/core/model";
import type { Told } from "./data";

export type TimelineEntry = {
  id: string;
  at: string;
  kind: LedgerKind;
  stepId: string | null;
  because: Told;
  /** The person who did it; null for the engine. */
  actorName: string | null;
  /** What the provider delivered that told it, to be read on demand; null for what no provider told. */
  deliveryId: string | null;
  /** What was sent, or should have been. */
  message: {
    status: MessageStatus;
    channel: Channel | null;
    text: string | null;
    detail: string | null;
    contentType: OutboundContent["type"] | null;
    media: Media | null;
    quickReplies: string[];
    /** What the provider answered to our call: its id of the message, or its code for not taking it. */
    providerId: string | null;
    code: string | null;
  } | null;
};

/** A part of a timeline, newest first; what ended the run comes before its end. */
export type TimelinePage = {
  entries: TimelineEntry[];
  /** Where the older ones begin, for `GET …/entries?before=`; null where there are none. */
  next: string | null;
};

export type TimelineStep = { id: string; number: number; name: string | null; channel: string };

/** Why nothing goes out at this moment, or nothing more: what a person asks of a timeline first. */
export type RunAnswer =
  | { kind: "held_back" }
  /** `unsent`: numbers of steps that never went out; `passed`: why the last of them did not, where it had its turn. */
  | { kind: "ended"; told: Told | null; actorName: string | null; unsent: number[]; passed: Told | null }
  | { kind: "paused"; told: Told | null; actorName: string | null; at: string | null; until: string | null }
  | { kind: "sequence_paused" }
  | { kind: "draft"; approver: string | null; expiresAt: string | null; snoozedUntil: string | null }
  | {
      kind: "inbox_paused";
      inbox: string;
      by: "person" | "engine";
      because: string | null;
      probeAt: string | null;
    }
  /** `ahead` of the same sequence, counted up to 1,000. */
  | { kind: "queued"; inbox: string; ahead: number; until: string | null; told: Told | null }
  | { kind: "overdue"; since: string }
  | { kind: "waiting"; until: string; told: Told | null }
  | { kind: "finishing" };

export type OtherRun = {
  id: string;
  sequenceName: string;
  status: EnrollmentStatus;
  endReason: EndReason | null;
  enrolledAt: string;
};

export type RunTimeline = TimelinePage & {
  run: {
    id: string;
    contactId: string;
    contactName: string;
    sequenceId: string;
    sequenceName: string;
    versionNumber: number;
    status: EnrollmentStatus;
    endReason: EndReason | null;
    stepId: string | null;
    nextActionAt: string | null;
    pausedUntil: string | null;
    enrolledAt: string;
    endedAt: string | null;
    /** The run's thread, else the contact's last one. */
    conversationId: string | null;
    /** The contact's thread on the sandbox phone, if there is one. */
    sandboxConversationId: string | null;
    /** The draft that waits for a person. */
    openDraftId: string | null;
  };
  answer: RunAnswer;
  steps: TimelineStep[];
  /** The newest others of the same contact. */
  otherRuns: OtherRun[];
  /** The account's zone, in which exact times are shown. */
  timeZone: string;
};

/** What a provider delivered, as it was stored, without secrets. */
export type RawDelivery = {
  provider: string;
  receivedAt: string;
  /** How often it came. */
  receivedCount: number;
  /** Empty where it was erased. */
  body: string;
  isCut: boolean;
};
