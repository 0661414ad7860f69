import type { SqlTx } from "@/db/client";
import type { ReasonCode } from "@/lib/core/facts";
import type { EndReason } from "@/lib/core/model";
import { type LedgerEntry, record } from "./ledger";
import { joinQueues, relookAt } from "./queue";
import { bringBack } from "./return-drafts";
import type { Run, RunRow, Turn } from "./run";
import type { Settled } from "./settle";
import { blockUnusable } from "./template-blocks";

export type SettledRun = { run: Run; settled: Settled; now: Date };

type RunChange = {
  id: string;
  epoch: number;
  status: "active" | "paused" | "ended";
  endReason: EndReason | null;
  endedAt: Date | null;
  stepId: string | null;
  waitFromAt: Date;
  dueAtOverride: Date | null;
  nextActionAt: Date | null;
  nextBecause: string | null;
  queuedInboxId: string | null;
  queuedAt: Date | null;
  ticketAt: Date | null;
};

/**
 * Writes what was settled for these locked runs: passed steps as send records, the run's place and its next moment,
 * and one ledger row for each decision that says something new.
 */
export async function applySettled(tx: SqlTx, accountId: string, runs: SettledRun[]): Promise<void> {
  const changed = runs.filter(isChange);
  if (changed.length === 0) return;
  await Promise.all([
    recordPassed(tx, accountId, changed),
    updateRuns(tx, changed.map(toChange)),
    record(tx, accountId, changed.flatMap(toLedger)),
    joinQueues(tx, accountId, changed),
  ]);
  await bringBack(tx, accountId, changed);
  await blockUnusable(tx, accountId, changed);
}

/** What the durable loop is told. Sending and writing are not the loop's business: whoever does them answers for it. */
export function turnOf({ decision }: Settled, now: Date): Turn {
  switch (decision.kind) {
    case "end":
      return { kind: "end", reason: decision.reason };
    case "wait":
      return {
        kind: "wait",
        until: (decision.queue ? relookAt(decision.until, now) : decision.until).toISOString(),
      };
    case "send":
    case "compose":
      return { kind: "wait", until: now.toISOString() };
  }
}

/** The same wait for the same reason is no news. */
function isChange({ run: { row }, settled: { decision, passed, returned } }: SettledRun): boolean {
  if (row.status === "ended") return false;
  if (decision.kind !== "wait" || passed.length > 0 || returned.length > 0) return true;
  const { queuedInboxId, ticketAt } = placeInQueue(row, decision);
  if (row.ticket_at?.getTime() !== ticketAt?.getTime() || row.queued_inbox_id !== queuedInboxId) return true;
  const isSameMoment = row.next_action_at?.getTime() === decision.until.getTime();
  return !isSameMoment || row.next_because !== decision.because.code;
}

function toChange({ run: { row }, settled, now }: SettledRun): RunChange {
  const { decision, stepId, waitFromAt, dueAtOverride } = settled;
  const ended = decision.kind === "end";
  const { code } = decision.because;
  return {
    id: row.id,
    epoch: row.epoch,
    status: ended ? "ended" : statusAfter(row.status, code),
    endReason: ended ? decision.reason : null,
    endedAt: ended ? now : null,
    stepId,
    waitFromAt,
    dueAtOverride,
    nextActionAt: decision.kind === "wait" ? decision.until : ended ? null : now,
    nextBecause: code,
    ...placeInQueue(row, decision),
  };
}

/** Whoever comes back to the same queue keeps the place in it, and whoever waits for the place that was given keeps that. */
function placeInQueue(row: RunRow, decision: Settled["decision"]) {
  const { queued_inbox_id: queuedInboxId, queued_at: queuedAt, ticket_at: ticketAt } = row;
  const nowhere = { queuedInboxId: null, queuedAt: null, ticketAt: null };
  if (decision.kind !== "wait") return nowhere;
  const { queue, until } = decision;
  if (queue) {
    const isBack = queuedInboxId === queue.inboxId;
    return { queuedInboxId: queue.inboxId, queuedAt: (isBack && queuedAt) || queue.since, ticketAt: null };
  }
  return ticketAt?.getTime() === until.getTime() ? { queuedInboxId, queuedAt, ticketAt } : nowhere;
}

/** A run that waits for a person to look at a reply is paused, also where the reply's own transaction did not do it. */
function statusAfter(status: RunRow["status"], code: ReasonCode): RunRow["status"] {
  if (code === "reply_waits") return "paused";
  return isPauseOver(status, code) ? "active" : status;
}

const isPauseOver = (status: RunRow["status"], code: ReasonCode): boolean =>
  status === "paused" && code !== "run_paused" && code !== "reply_waits";

async function updateRuns(tx: SqlTx, changes: RunChange[]): Promise<void> {
  const ids = changes.map(({ id }) => id);
  // The list of ids keeps the planner from reading the whole table for a handful of rows.
  await tx`
    update enrollments e set
      status = r.status, end_reason = r."endReason", ended_at = r."endedAt",
      epoch = e.epoch + (r.status = 'ended')::int, paused_until = case when r.status = 'paused' then e.paused_until end,
      step_id = r."stepId", wait_from_at = r."waitFromAt", due_at_override = r."dueAtOverride",
      next_action_at = r."nextActionAt", next_because = r."nextBecause", queued_inbox_id = r."queuedInboxId",
      queued_at = r."queuedAt", ticket_at = r."ticketAt"
    from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as r(
      id uuid, epoch int, status enrollment_status, "endReason" end_reason, "endedAt" timestamptz, "stepId" uuid,
      "waitFromAt" timestamptz, "dueAtOverride" timestamptz, "nextActionAt" timestamptz, "nextBecause" text,
      "queuedInboxId" uuid, "queuedAt" timestamptz, "ticketAt" timestamptz)
    where e.id = any(${ids}) and e.id = r.id and e.epoch = r.epoch and e.status in ('active', 'paused')`;
}

/** Skipped and failed steps get a send record, so that each step of a run has exactly one. */
async function recordPassed(tx: SqlTx, accountId: string, runs: SettledRun[]): Promise<void> {
  const rows = runs.flatMap(({ run: { row }, settled: { passed }, now }) =>
    passed.map(({ stepId, outcome, because }) => ({
      enrollmentId: row.id,
      contactId: row.contact_id,
      stepId,
      stepEpoch: row.step_epoch,
      status: outcome,
      errorCode: because.code,
      at: now,
    })),
  );
  if (rows.length === 0) return;
  await tx`
    insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, error_code, created_at)
    select ${accountId}, r."enrollmentId", r."contactId", r."stepId", r."stepEpoch", r.status, r."errorCode", r.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(
      "enrollmentId" uuid, "contactId" uuid, "stepId" uuid, "stepEpoch" smallint, status message_status,
      "errorCode" text, at timestamptz)
    on conflict (enrollment_id, step_id, step_epoch) do update
      set status = excluded.status, error_code = excluded.error_code, retry_at = null
      where messages.status in ('pending', 'scheduled', 'claimed')`;
}

/** Another estimate of the same queue is no news. */
const isStillQueued = (row: RunRow, { queue, because }: Extract<Settled["decision"], { kind: "wait" }>) =>
  queue !== undefined && row.queued_inbox_id === queue.inboxId && row.next_because === because.code;

function toLedger({ run: { row }, settled: { passed, decision }, now }: SettledRun): LedgerEntry[] {
  const about = { at: now, enrollmentId: row.id, contactId: row.contact_id };
  const entries: LedgerEntry[] = passed.map(({ stepId, outcome, because }) => ({
    ...about,
    kind: outcome,
    stepId,
    because,
  }));
  if (isPauseOver(row.status, decision.because.code) && decision.kind !== "end") {
    entries.push({ ...about, kind: "resumed", because: { code: "pause_over", data: {} } });
  }
  if (decision.kind === "end") {
    const data = { ...decision.because.data, reason: decision.reason };
    entries.push({ ...about, kind: "ended", because: { code: decision.because.code, data } });
  }
  if (row.status === "active" && decision.because.code === "reply_waits") {
    const because = { code: "replied", data: decision.because.data };
    return [...entries, { ...about, kind: "paused", stepId: row.step_id, because }];
  }
  if (decision.kind === "wait" && !isStillQueued(row, decision)) {
    const until = decision.until.toISOString();
    // Millions of runs wait for nothing but their step's moment: it is not written twice.
    const data =
      until === decision.because.data.dueAt ? decision.because.data : { ...decision.because.data, until };
    entries.push({
      ...about,
      kind: "waiting",
      stepId: row.step_id,
      because: { code: decision.because.code, data },
    });
  }
  return entries;
}
