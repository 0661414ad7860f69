import type { SqlTx } from "@/db/client";
import type { Because } from "@/lib/core/facts";
import type { Channel } from "@/lib/core/model";
import type { DraftExpiry, DraftOrigin, Finding, VettedFact } from "@/lib/core/model-maestro";
import { askApprovers } from "./draft-approver";
import { record } from "./ledger";
import { responsibleFor } from "./responsible";
import { storableJson } from "./storable";

/** What is said by one draft: the words, what they rest on and what the guard says of them. */
export type DraftWords = {
  origin: DraftOrigin;
  /** Why the words are the step's own: a code; null where they are not. */
  fallback: string | null;
  text: string;
  subject: string | null;
  /** As Maestro wrote them; null where it wrote nothing. */
  writtenText: string | null;
  writtenSubject: string | null;
  facts: readonly VettedFact[];
  findings: readonly Finding[];
  /** What Maestro says to whoever decides. */
  note: string | null;
};

export type DraftWriting = DraftWords & {
  enrollmentId: string;
  stepId: string;
  stepEpoch: number;
  inboxId: string;
  /** The conversation that stands beside it: that of the inbox, else the run's. */
  threadId: string | null;
  channel: Channel;
  mode: "ai_assisted" | "ai_full";
  language: string;
  status: "failed" | "ready" | "open";
  /** With which it was written again. */
  remark: string | null;
  expiry: DraftExpiry;
  dueAt: Date;
  retryAt: Date | null;
  attempts: number;
  /** Of the draft that stood when the writing began; null where there was none. */
  revision: number | null;
};

type Act = {
  actorId: string | null;
  /** Whom the sequence and Maestro's settings name, where neither run nor conversation does. */
  defaultAssigneeId: string | null;
  defaultApproverId: string | null;
  now: Date;
};

/**
 * Keeps what was written for a locked run's step: a new draft, or the one that stands there in a new revision, with its
 * ledger row and the notification of those who are to decide. Null where the draft is another by now than when the
 * writing began, or was decided, or its words were claimed: what was written is thrown away.
 */
export async function writeDraft(
  tx: SqlTx,
  accountId: string,
  draft: DraftWriting,
  { actorId, now, ...defaults }: Act,
): Promise<{ id: string; revision: number } | null> {
  const open = draft.status === "open" ? waitingFrom(draft, now) : NOT_OPEN;
  const row = { ...draft, ...open, now };
  const { enrollmentId, threadId: conversationId } = draft;
  const asked = { enrollmentId, conversationId, ...defaults };
  const assigneeId = draft.status === "open" ? await responsibleFor(tx, asked) : null;
  const [written] = await tx<{ id: string; revision: number }[]>`
    insert into drafts as d (account_id, enrollment_id, contact_id, sequence_id, conversation_id, step_id, step_epoch,
      inbox_id, channel, mode, language, status, origin, fallback, text, subject, written_text, written_subject, facts,
      findings, note, remark, due_at, opened_at, remind_at, expires_at, retry_at, attempts, assignee_id, created_at,
      updated_at)
    select ${accountId}, e.id, e.contact_id, e.sequence_id, r."threadId", e.step_id, e.step_epoch, r."inboxId", r.channel,
      r.mode, r.language, r.status, r.origin, r.fallback, r.text, r.subject, r."writtenText", r."writtenSubject",
      r.facts, r.findings, r.note, r.remark, r."dueAt", r."openedAt", r."remindAt", r."expiresAt", r."retryAt",
      r.attempts, ${assigneeId}::uuid, r.now, r.now
    from json_to_recordset(${storableJson([row])}::text::json) as r("enrollmentId" uuid, "threadId" uuid, "stepId" uuid,
        "stepEpoch" smallint, "inboxId" uuid, channel channel, mode text, language text, status text, origin text,
        fallback text, text text, subject text, "writtenText" text, "writtenSubject" text, facts jsonb, findings jsonb,
        note text, remark text, "dueAt" timestamptz, "openedAt" timestamptz, "remindAt" timestamptz,
        "expiresAt" timestamptz, "retryAt" timestamptz, attempts smallint, now timestamptz)
    join enrollments e on e.id = r."enrollmentId" and e.step_id = r."stepId" and e.step_epoch = r."stepEpoch"
      and e.status in ('active', 'paused')
    where ${draft.revision}::int is null or exists (select from drafts o where o.enrollment_id = e.id
      and o.step_id = e.step_id and o.step_epoch = e.step_epoch and o.revision = ${draft.revision}::int)
    on conflict (enrollment_id, step_id, step_epoch) do update set
      inbox_id = excluded.inbox_id, conversation_id = excluded.conversation_id, channel = excluded.channel,
      mode = excluded.mode, language = excluded.language, status = excluded.status, origin = excluded.origin,
      fallback = excluded.fallback, text = excluded.text, subject = excluded.subject,
      written_text = excluded.written_text, written_subject = excluded.written_subject, facts = excluded.facts,
      findings = excluded.findings, vouched = '[]', note = excluded.note, remark = excluded.remark,
      due_at = excluded.due_at, retry_at = excluded.retry_at, attempts = excluded.attempts,
      returned = case when excluded.mode = 'ai_full' then d.returned end,
      opened_at = case when d.status = 'open' then d.opened_at else excluded.opened_at end,
      remind_at = case when d.status = 'open' then d.remind_at else excluded.remind_at end,
      expires_at = case when d.status = 'open' then d.expires_at else excluded.expires_at end,
      snoozed_until = null, reminded_at = case when d.status = 'open' then d.reminded_at end,
      assignee_id = coalesce(d.assignee_id, excluded.assignee_id), decided_by = null, decided_at = null,
      withdrawn_because = null, revision = d.revision + 1, updated_at = excluded.updated_at
    where d.revision = ${draft.revision}::int and d.status in ('failed', 'withdrawn', 'ready', 'open')
    returning d.id, d.revision`;
  if (!written) return null;
  const { id, revision } = written;
  await record(tx, accountId, toLedger(draft, id, { actorId, now }));
  if (draft.status === "open" && actorId === null)
    await askApprovers(tx, accountId, { kind: "draft_waiting", draftId: id, now });
  return { id, revision };
}

/** A failure is told once, and what comes of it in the end. */
function toLedger(draft: DraftWriting, draftId: string, { actorId, now }: Pick<Act, "actorId" | "now">) {
  const { enrollmentId, stepId, status, mode, channel, origin, fallback, findings, attempts, retryAt } =
    draft;
  if (status === "failed" && attempts > 1) return [];
  const data = {
    ...{ draftId, composeMode: mode, channel, origin, findings: findings.length },
    ...(fallback && { fallback }),
    ...(retryAt && { retryAt: retryAt.toISOString() }),
    ...(draft.remark && { remark: draft.remark }),
  };
  return [
    { at: now, kind: "drafted" as const, enrollmentId, stepId, actorId, because: { code: status, data } },
  ];
}

export type DraftReturn = Pick<DraftWords, "facts" | "findings"> & {
  draftId: string;
  /** As `decide` saw it. */
  revision: number;
  inboxId: string;
  channel: Channel;
  because: Because;
  expiry: DraftExpiry;
  dueAt: Date;
};

/**
 * What was approved, or stood ready, does not hold any more: it goes back before a person with the reason, or is
 * withdrawn to be written anew where no person is asked. Of a locked run. False where the draft is another by now.
 */
export async function returnDraft(
  tx: SqlTx,
  accountId: string,
  { draftId, revision, because, facts, findings, inboxId, channel, expiry, dueAt }: DraftReturn,
  now: Date,
): Promise<boolean> {
  const { openedAt, remindAt, expiresAt } = waitingFrom({ expiry, dueAt }, now);
  const seen = storableJson({ facts, findings, because });
  const [row] = await tx<{ enrollment_id: string; step_id: string; status: string; mode: string }[]>`
    update drafts d set status = case when mode = 'ai_assisted' then 'open' else 'withdrawn' end,
      withdrawn_because = case when mode <> 'ai_assisted' then ${because.code} end,
      returned = r.because, facts = r.facts, findings = r.findings, inbox_id = ${inboxId}, channel = ${channel},
      opened_at = ${openedAt}, remind_at = ${remindAt}, expires_at = ${expiresAt}, reminded_at = null, snoozed_until = null,
      decided_by = null, decided_at = null, revision = revision + 1, updated_at = ${now}
    from json_to_record(${seen}::text::json) as r(facts jsonb, findings jsonb, because jsonb)
    where d.id = ${draftId} and d.revision = ${revision} and d.status in ('ready', 'approved', 'used')
    returning d.enrollment_id, d.step_id, d.status, d.mode`;
  if (!row) return false;
  const data = { ...because.data, draftId, composeMode: row.mode };
  await record(tx, accountId, [
    {
      ...{ at: now, kind: "returned", enrollmentId: row.enrollment_id, stepId: row.step_id },
      because: { code: because.code, data },
    },
  ]);
  if (row.status === "open") await askApprovers(tx, accountId, { kind: "draft_returned", draftId, now });
  return true;
}

/** What was written for these locked runs serves them no more: their step asks for something else now. */
export async function withdrawDrafts(tx: SqlTx, enrollmentIds: string[], now: Date): Promise<void> {
  if (enrollmentIds.length === 0) return;
  await tx`
    update drafts set status = 'withdrawn', withdrawn_because = 'moved', revision = revision + 1, updated_at = ${now}
    where enrollment_id = any(${enrollmentIds}) and status in ('failed', 'ready', 'open', 'approved')`;
}

/** Hours count from now; nothing is decided by the policy before the step is due. */
function waitingFrom({ expiry, dueAt }: Pick<DraftWriting, "expiry" | "dueAt">, now: Date) {
  const after = (hours: number) => new Date(now.getTime() + hours * HOUR_MS);
  const { remindAfterHours, expireAfterHours, does } = expiry;
  const expiresAt = after(expireAfterHours);
  return {
    openedAt: now,
    remindAt: remindAfterHours === null ? null : after(remindAfterHours),
    expiresAt: does === "keep_waiting" ? null : expiresAt > dueAt ? expiresAt : dueAt,
  };
}

const HOUR_MS = 3_600_000;
const NOT_OPEN = { openedAt: null, remindAt: null, expiresAt: null };
