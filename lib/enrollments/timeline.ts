import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { partsOf } from "@/lib/conversations/thread";
import type { OutboundContent } from "@/lib/core/facts";
import type {
  Channel,
  EndReason,
  EnrollmentStatus,
  LedgerKind,
  Media,
  MessageStatus,
  SequenceSnapshot,
} from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import type { Told } from "./data";

export type TimelineEntry = {
  id: string;
  at: string;
  kind: LedgerKind;
  stepId: string | null;
  because: Told;
  /** The person who did it; null for the engine. */
  actorName: string | null;
  /** What was sent, or should have been. */
  message: {
    status: MessageStatus;
    channel: Channel | null;
    text: string | null;
    detail: string | null;
    contentType: OutboundContent["type"] | null;
    media: Media | null;
    quickReplies: string[];
  } | null;
};

export type TimelineStep = { id: string; number: number; name: string | null; channel: string };

export type RunTimeline = {
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
    /** The contact's thread on the sandbox phone, if there is one. */
    sandboxConversationId: string | null;
  };
  steps: TimelineStep[];
  /** Newest first; what ended the run comes before its end. */
  entries: TimelineEntry[];
  /** The account's zone, in which exact times are shown. */
  timeZone: string;
};

const MAX_ENTRIES = 500;

/** One run with every decision, event and act of it. Throws AppError `not_found`. */
export const runTimeline = (accountId: AccountId, enrollmentId: string): Promise<RunTimeline> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await readRun(tx, enrollmentId);
    if (!row) throw new AppError("not_found");
    const { snapshot, timeZone, nextActionAt, pausedUntil, enrolledAt, endedAt, ...run } = row;
    return {
      run: {
        ...run,
        nextActionAt: nextActionAt?.toISOString() ?? null,
        pausedUntil: pausedUntil?.toISOString() ?? null,
        enrolledAt: enrolledAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      },
      steps: snapshot.steps.map(({ id, name = null, channel }, index) => ({
        id,
        name,
        channel,
        number: index + 1,
      })),
      entries: await readEntries(tx, enrollmentId),
      timeZone: timeZone ?? "UTC",
    };
  });

type RunRow = Omit<RunTimeline["run"], "nextActionAt" | "pausedUntil" | "enrolledAt" | "endedAt"> & {
  snapshot: SequenceSnapshot;
  timeZone: string | null;
  nextActionAt: Date | null;
  pausedUntil: Date | null;
  enrolledAt: Date;
  endedAt: Date | null;
};

const readRun = (tx: SqlTx, enrollmentId: string) => tx<RunRow[]>`
  select e.id, e.contact_id as "contactId", c.name as "contactName", e.sequence_id as "sequenceId",
    s.name as "sequenceName", v.number as "versionNumber", v.snapshot, e.status, e.end_reason as "endReason",
    e.step_id as "stepId", e.next_action_at as "nextActionAt", e.paused_until as "pausedUntil",
    e.enrolled_at as "enrolledAt", e.ended_at as "endedAt", settings->>'timeZone' as "timeZone",
    (select t.id from conversations t join inboxes i on i.id = t.inbox_id and i.provider = 'sandbox'
      where t.contact_id = e.contact_id order by t.last_message_at desc nulls last limit 1) as "sandboxConversationId"
  from enrollments e
  join contacts c on c.id = e.contact_id
  join sequences s on s.id = e.sequence_id
  join sequence_versions v on v.id = e.version_id
  left join module_settings m on m.account_id = e.account_id
  where e.id = ${enrollmentId}`;

type EntryRow = Omit<TimelineEntry, "at" | "message"> & {
  at: Date;
  messageStatus: MessageStatus | null;
  channel: Channel | null;
  content: OutboundContent | null;
  detail: string | null;
};

async function readEntries(tx: SqlTx, enrollmentId: string): Promise<TimelineEntry[]> {
  const rows = await tx<EntryRow[]>`
    select l.id, l.at, l.kind, l.step_id as "stepId", l.because, u.name as "actorName",
      m.status as "messageStatus", m.channel, m.content, m.error_detail as detail
    from ledger l
    left join users u on u.id = l.actor_id
    left join messages m on m.enrollment_id = l.enrollment_id and m.id = l.message_id
    where l.enrollment_id = ${enrollmentId}
    order by l.at desc, l.kind = 'ended' desc, l.id desc limit ${MAX_ENTRIES}`;
  return rows.map(({ at, messageStatus: status, channel, content, detail, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    message: status && { status, channel, detail, text: content?.text ?? null, ...partsOf(content) },
  }));
}
