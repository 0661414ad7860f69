import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceSnapshot } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import type { Place } from "@/lib/list-place";
import { answerOf } from "./timeline-answer";
import { readEntries } from "./timeline-entries";
import type { OtherRun, RunTimeline, TimelinePage } from "./timeline-schema";

const OTHER_RUNS = 5;

/** One run with its last decisions, events and acts, and why nothing goes out. Throws AppError `not_found`. */
export const runTimeline = (accountId: AccountId, enrollmentId: string, now: Date): Promise<RunTimeline> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await readRun(tx, enrollmentId);
    if (!row) throw new AppError("not_found");
    const { snapshot, timeZone, nextActionAt, pausedUntil, enrolledAt, endedAt, ...rest } = row;
    const { stepEpoch, sequenceStatus, isHoldout, queuedInboxId, nextBecause, ...run } = rest;
    const [page, answer, otherRuns] = await Promise.all([
      readEntries(tx, { id: run.id, enrolledAt }),
      answerOf(tx, row, now),
      readOthers(tx, run),
    ]);
    return {
      ...page,
      run: {
        ...run,
        nextActionAt: nextActionAt?.toISOString() ?? null,
        pausedUntil: pausedUntil?.toISOString() ?? null,
        enrolledAt: enrolledAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      },
      answer,
      steps: snapshot.steps.map(({ id, name = null, channel }, index) => ({
        id,
        name,
        channel,
        number: index + 1,
      })),
      otherRuns,
      timeZone: timeZone ?? "UTC",
    };
  });

/** The entries behind a place of its timeline. Throws AppError `not_found`. */
export const olderEntries = (
  accountId: AccountId,
  { enrollmentId, before }: { enrollmentId: string; before: Place },
): Promise<TimelinePage> =>
  withAccountSql(accountId, async (tx) => {
    const [run] = await tx<{ id: string; enrolledAt: Date }[]>`
      select id, enrolled_at as "enrolledAt" from enrollments where id = ${enrollmentId}`;
    if (!run) throw new AppError("not_found");
    return readEntries(tx, run, before);
  });

/** What a timeline and the answer at its top ask of a run. */
export type RunRow = Omit<RunTimeline["run"], "nextActionAt" | "pausedUntil" | "enrolledAt" | "endedAt"> & {
  snapshot: SequenceSnapshot;
  timeZone: string | null;
  nextActionAt: Date | null;
  nextBecause: string | null;
  pausedUntil: Date | null;
  enrolledAt: Date;
  endedAt: Date | null;
  stepEpoch: number;
  sequenceStatus: string;
  isHoldout: boolean;
  queuedInboxId: string | null;
};

const readRun = (tx: SqlTx, enrollmentId: string) => tx<RunRow[]>`
  select e.id, e.contact_id as "contactId", c.name as "contactName", e.sequence_id as "sequenceId",
    s.name as "sequenceName", s.status as "sequenceStatus", v.number as "versionNumber", v.snapshot, e.status,
    e.end_reason as "endReason", e.step_id as "stepId", e.step_epoch as "stepEpoch",
    e.next_action_at as "nextActionAt", e.next_because as "nextBecause", e.paused_until as "pausedUntil",
    e.enrolled_at as "enrolledAt", e.ended_at as "endedAt", e.is_holdout as "isHoldout",
    e.queued_inbox_id as "queuedInboxId", settings->>'timeZone' as "timeZone",
    coalesce(e.conversation_id, (select t.id from conversations t where t.contact_id = e.contact_id
      order by t.last_message_at desc nulls last limit 1)) as "conversationId",
    (select t.id from conversations t join inboxes i on i.id = t.inbox_id and i.provider = 'sandbox'
      where t.contact_id = e.contact_id order by t.last_message_at desc nulls last limit 1) as "sandboxConversationId",
    (select d.id from drafts d where d.enrollment_id = e.id and d.step_id = e.step_id and d.step_epoch = e.step_epoch
      and d.status = 'open' and e.status in ('active', 'paused')) as "openDraftId"
  from enrollments e
  join contacts c on c.id = e.contact_id
  join sequences s on s.id = e.sequence_id
  join sequence_versions v on v.id = e.version_id
  left join module_settings m on m.account_id = e.account_id
  where e.id = ${enrollmentId}`;

/** Live ones by their index, ended ones by theirs. */
async function readOthers(tx: SqlTx, { id, contactId }: { id: string; contactId: string }) {
  const rows = await tx<(Omit<OtherRun, "enrolledAt"> & { enrolledAt: Date })[]>`
    select e.id, s.name as "sequenceName", e.status, e.end_reason as "endReason", e.enrolled_at as "enrolledAt"
    from (
      select * from enrollments where contact_id = ${contactId} and status in ('active', 'paused')
      union all
      select * from enrollments where contact_id = ${contactId} and status = 'ended'
    ) e
    join sequences s on s.id = e.sequence_id
    where e.id <> ${id} order by e.id desc limit ${OTHER_RUNS}`;
  return rows.map((row): OtherRun => ({ ...row, enrolledAt: row.enrolledAt.toISOString() }));
}
