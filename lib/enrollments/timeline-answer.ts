import type { SqlTx } from "@/db/client";
import type { LedgerKind } from "@/lib/core/model";
import type { Told } from "./data";
import type { RunRow } from "./timeline";
import { earliest } from "./timeline-entries";
import type { RunAnswer } from "./timeline-schema";

/** Later than that a run is not only busy: nobody has looked at it. */
const GRACE_MINUTES = 5;
const MAX_AHEAD = 1_000;

/** Why nothing goes out of this run, by what holds at this moment and what the ledger told last. */
export async function answerOf(tx: SqlTx, run: RunRow, now: Date): Promise<RunAnswer> {
  if (run.isHoldout) return { kind: "held_back" };
  const last = await lastOf(tx, run);
  if (run.status === "ended") return endedAnswer(tx, run, last);
  if (run.status === "paused") {
    const paused = last.get("paused");
    return {
      kind: "paused",
      told: paused?.because ?? null,
      actorName: paused?.actorName ?? null,
      at: paused?.at.toISOString() ?? null,
      until: run.pausedUntil?.toISOString() ?? null,
    };
  }
  if (run.sequenceStatus === "paused") return { kind: "sequence_paused" };
  if (run.stepId === null || run.nextActionAt === null) return { kind: "finishing" };
  const until = run.nextActionAt.toISOString();
  const waiting = last.get("waiting")?.because;
  const told =
    waiting?.code === run.nextBecause
      ? waiting
      : run.nextBecause
        ? { code: run.nextBecause, data: {} }
        : null;
  if (run.openDraftId) return (await draftAnswer(tx, run.openDraftId)) ?? { kind: "waiting", until, told };
  if (run.queuedInboxId) return (await queueAnswer(tx, run, told)) ?? { kind: "waiting", until, told };
  const isOverdue = run.nextActionAt.getTime() < now.getTime() - GRACE_MINUTES * 60_000;
  return isOverdue ? { kind: "overdue", since: until } : { kind: "waiting", until, told };
}

type Last = { kind: LedgerKind; because: Told; at: Date; actorName: string | null };

/** The newest of the entries that say why a run stands still. */
async function lastOf(tx: SqlTx, run: RunRow): Promise<Map<LedgerKind, Last>> {
  const rows = await tx<Last[]>`
    select distinct on (l.kind) l.kind, l.because, l.at, u.name as "actorName"
    from ledger l left join users u on u.id = l.actor_id
    where l.enrollment_id = ${run.id} and l.at >= ${earliest(run)} and l.kind in ('waiting', 'paused', 'ended')
    order by l.kind, l.at desc, l.id desc`;
  return new Map(rows.map((row) => [row.kind, row]));
}

async function endedAnswer(
  tx: SqlTx,
  { id, snapshot }: RunRow,
  last: Map<LedgerKind, Last>,
): Promise<RunAnswer> {
  const rows = await tx<{ stepId: string; sent: boolean; code: string | null }[]>`
    select step_id as "stepId", bool_or(sent_at is not null or status = 'unknown') as sent,
      (array_agg(error_code order by created_at desc))[1] as code
    from messages where enrollment_id = ${id} group by step_id`;
  const records = new Map(rows.map((row) => [row.stepId, row]));
  const unsent = snapshot.steps.flatMap((step, index) =>
    records.get(step.id)?.sent ? [] : [{ number: index + 1, code: records.get(step.id)?.code ?? null }],
  );
  const ended = last.get("ended");
  const passed = unsent.findLast(({ code }) => code !== null)?.code;
  return {
    kind: "ended",
    told: ended?.because ?? null,
    actorName: ended?.actorName ?? null,
    unsent: unsent.map(({ number }) => number),
    passed: passed ? await passedFor(tx, id, passed) : null,
  };
}

/** With the data of the decision, where the ledger has it still. */
async function passedFor(tx: SqlTx, enrollmentId: string, code: string): Promise<Told> {
  const [row] = await tx<{ because: Told }[]>`
    select because from ledger
    where enrollment_id = ${enrollmentId} and kind in ('skipped', 'failed') and because->>'code' = ${code}
    order by at desc, id desc limit 1`;
  return row?.because ?? { code, data: {} };
}

async function draftAnswer(tx: SqlTx, draftId: string): Promise<RunAnswer | null> {
  const [draft] = await tx<{ approver: string | null; expiresAt: Date | null; snoozedUntil: Date | null }[]>`
    select u.name as approver, d.expires_at as "expiresAt", d.snoozed_until as "snoozedUntil"
    from drafts d left join members m on m.user_id = d.assignee_id left join users u on u.id = m.user_id
    where d.id = ${draftId}`;
  if (!draft) return null;
  const { approver, expiresAt, snoozedUntil } = draft;
  return {
    kind: "draft",
    approver,
    expiresAt: expiresAt?.toISOString() ?? null,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
  };
}

type Inbox = {
  name: string;
  status: string;
  pausedBy: "person" | "engine" | null;
  pausedBecause: string | null;
  probeAt: Date | null;
};

async function queueAnswer(tx: SqlTx, run: RunRow, told: Told | null): Promise<RunAnswer | null> {
  const [inbox] = await tx<Inbox[]>`
    select name, status, paused_by as "pausedBy", paused_because as "pausedBecause", probe_at as "probeAt"
    from inboxes where id = ${run.queuedInboxId}`;
  if (!inbox) return null;
  if (inbox.status !== "active") {
    const probeAt = inbox.probeAt?.toISOString() ?? null;
    const { name, pausedBy, pausedBecause: because } = inbox;
    return { kind: "inbox_paused", inbox: name, by: pausedBy ?? "person", because, probeAt };
  }
  const [line] = await tx<{ ahead: number }[]>`
    select count(*)::int as ahead from (
      select from enrollments o, enrollments e
      where e.id = ${run.id} and o.queued_inbox_id = e.queued_inbox_id and o.sequence_id = e.sequence_id
        and (o.queued_at, o.id) < (e.queued_at, e.id) limit ${MAX_AHEAD}) before`;
  const until = run.nextActionAt?.toISOString() ?? null;
  return { kind: "queued", inbox: inbox.name, ahead: line?.ahead ?? 0, until, told };
}
