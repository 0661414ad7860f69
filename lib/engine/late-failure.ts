import type { SqlTx } from "@/db/client";
import type { SendOutcome } from "@/lib/channels/driver";
import { nextStepId } from "@/lib/core/next-step";
import { applyRefusal, templateOf } from "./effects";
import { judgeInboxes } from "./inbox-troubles";
import { record } from "./ledger";
import type { Inbound } from "./receive";
import type { SentRow } from "./receive-status";
import { storable } from "./storable";
import { tellUnclear } from "./unclear";
import { type Verdict, verdictOf } from "./verdict";
import { loadVersions } from "./versions";
import { wakeRuns } from "./wake";

type Failing = Inbound<"status"> & { sent: SentRow };

/**
 * The provider failed a message that it had taken, or may have. The same table judges it as a failure at once. Where
 * that repeats the step, it is repeated only while nothing can have been sent in the meantime: the provider has failed
 * this very attempt, no person has settled it, and the run stands at the next step without having begun it. Call it
 * with the contact's live runs and the message locked; an attempt that is known to have failed changes nothing.
 */
export async function failSent(tx: SqlTx, failing: Failing): Promise<void> {
  const { accountId, inbox, event, sent, now } = failing;
  // Nothing of it is at the provider: it was refused there before.
  if (sent.status === "pending" || sent.status === "scheduled") return;
  if (await isDeadAttempt(tx, sent, event.providerId)) return;
  const outcome = outcomeOf(event);
  const verdict = verdictOf({ outcome, attempts: Math.max(1, sent.attempts), now });
  if (outcome.kind === "refused") {
    await applyRefusal(tx, {
      ...{
        accountId,
        contactId: sent.contact_id,
        conversationId: sent.conversation_id,
        inbox,
        ...outcome,
        now,
      },
      step: { enrollmentId: sent.enrollment_id, id: sent.step_id, template: templateOf(sent.content) },
    });
  }
  await judgeInboxes(tx, accountId, [{ inbox: { id: inbox.id, troubles: 0, probes: 0 }, verdict, now }]);
  const isRepeated = !verdict.isStepOver && (await standsBehind(tx, sent));
  await writeFailure(tx, failing, isRepeated ? verdict : { ...verdict, status: "failed", kind: "failed" });
  if (isRepeated) await putBack(tx, failing, verdict);
  if (sent.status === "unknown") await tellUnclear(tx, accountId, now);
}

/** Whether the provider has failed the attempt before that it calls by this id. */
export async function isDeadAttempt(tx: SqlTx, sent: SentRow, providerId: string): Promise<boolean> {
  const [row] = await tx`
    select from ledger
    where enrollment_id = ${sent.enrollment_id} and message_id = ${sent.id} and kind = 'retrying'
      and because->'data'->>'providerId' = ${providerId} limit 1`;
  return row !== undefined;
}

function outcomeOf(event: Inbound<"status">["event"]): SendOutcome {
  const said = { code: event.code ?? "failed", detail: event.detail ?? "" };
  if (event.retry) return { kind: "retry", ...event.retry, ...said };
  const { reaction, probeAfterSeconds } = event;
  return {
    ...{ kind: "refused", reaction: reaction ?? "fail", ...said },
    ...(probeAfterSeconds !== undefined && { probeAfterSeconds }),
  };
}

/** The run has gone on from the message's step to the next one and has not begun that yet. */
async function standsBehind(tx: SqlTx, sent: SentRow): Promise<boolean> {
  if ((sent.status !== "sent" && sent.status !== "unknown") || sent.settled_at) return false;
  const [run] = await tx<{ version_id: string; step_id: string }[]>`
    select e.version_id, e.step_id from enrollments e
    where e.id = ${sent.enrollment_id} and e.status in ('active', 'paused') and e.step_epoch = ${sent.step_epoch}
      and e.step_id is not null and not exists (
        select from messages m
        where m.enrollment_id = e.id and m.step_id = e.step_id and m.step_epoch = e.step_epoch)`;
  if (!run) return false;
  const snapshot = (await loadVersions(tx, [run.version_id])).get(run.version_id);
  return snapshot !== undefined && nextStepId(sent.step_id, snapshot) === run.step_id;
}

async function writeFailure(tx: SqlTx, failing: Failing, verdict: Verdict) {
  const { accountId, inbox, event, sent, now, inboundEventId } = failing;
  const { status, kind, code, detail } = verdict;
  const retryAt = status === "scheduled" ? verdict.retryAt : null;
  await tx`
    update messages set status = ${status}, retry_at = ${retryAt}, error_code = ${event.code ?? code},
      error_detail = ${storable(detail, 500)}, asked_at = ${verdict.isAsked ? now : null},
      provider_id = case when status in ('claimed', 'unknown') then ${event.providerId}
        else coalesce(provider_id, ${event.providerId}) end,
      sent_at = case when ${status === "scheduled"} then null else sent_at end,
      attempts = greatest(0, attempts - ${verdict.isFree && status === "scheduled" ? 1 : 0}::int)
    where enrollment_id = ${sent.enrollment_id} and id = ${sent.id}`;
  const data = {
    ...{ channel: inbox.channel, detail: event.detail, providerId: event.providerId },
    ...(retryAt && { retryAt: retryAt.toISOString() }),
  };
  await record(tx, accountId, [
    {
      ...{ at: event.at, kind, because: { code, data }, messageId: sent.id, stepId: sent.step_id },
      ...{ enrollmentId: sent.enrollment_id, contactId: sent.contact_id, inboundEventId },
    },
  ]);
}

/** The run stands at the step once more, due since it was claimed: what is left to wait for is the message's `retry_at`. */
async function putBack(tx: SqlTx, { accountId, sent, event, now }: Failing, { retryAt }: Verdict) {
  const due = retryAt ?? now;
  await tx`
    update enrollments set step_id = ${sent.step_id}, due_at_override = ${sent.claimed_at ?? now}, epoch = epoch + 1,
      next_action_at = case when status = 'active' then ${due} else next_action_at end,
      next_because = case when status = 'active' then 'retry_later' else next_because end,
      queued_inbox_id = null, queued_at = null, ticket_at = null
    where id = ${sent.enrollment_id}`;
  await wakeRuns(tx, accountId, [sent.enrollment_id], `failed:${event.providerId}`);
}
