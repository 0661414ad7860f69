import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Because } from "@/lib/core/facts";
import { nextStepId } from "@/lib/core/next-step";
import { applySettled, turnOf } from "./changes";
import type { Delivery } from "./deliver";
import { applyRefusal, templateOf } from "./effects";
import { POLICY } from "./error-policy";
import { nameContact } from "./identities";
import { judgeInboxes } from "./inbox-troubles";
import { record } from "./ledger";
import type { Run, Turn } from "./run";
import { settle } from "./settle";
import { lockRuns } from "./snapshot";
import { storableJson } from "./storable";
import { announce } from "./trigger";
import { type Verdict, verdictOf } from "./verdict";
import { loadVersions } from "./versions";

type Judged = { delivery: Delivery; verdict: Verdict; now: Date };

/**
 * Records what the provider answered, moves each run past its step (or schedules the repetition), and decides what
 * comes next, all in one transaction. Answers the durable loop in the order of the deliveries.
 */
export async function recordOutcomes(
  tx: SqlTx,
  accountId: AccountId,
  deliveries: Delivery[],
): Promise<Turn[]> {
  const judged = deliveries.map((delivery) => {
    const { claim, outcome, clock } = delivery;
    const now = clock();
    return { delivery, verdict: verdictOf({ outcome, attempts: claim.attempts, now }), now };
  });
  const ids = deliveries.map(({ claim }) => claim.enrollmentId);
  // The lock is sent first and the others follow on the same connection without waiting for its answer.
  const locked = tx`select from enrollments where id = any(${ids}) order by id for update`.execute();
  await Promise.all([
    locked,
    updateMessages(tx, judged),
    moveOn(tx, judged),
    record(tx, accountId, judged.map(toLedger)),
    tellSent(tx, accountId, judged),
  ]);
  await applyEffects(tx, accountId, judged);
  await nameRecipients(tx, accountId, judged);
  return decideNext(tx, accountId, judged);
}

/**
 * A provider's event may have come first: a status never goes back, but the id of the newest attempt is always kept. An
 * attempt for which the message is not to blame counts as none.
 */
async function updateMessages(tx: SqlTx, judged: Judged[]): Promise<void> {
  const rows = judged.map(({ delivery: { claim }, verdict, now }) => ({
    enrollmentId: claim.enrollmentId,
    id: claim.messageId,
    status: verdict.status,
    providerId: verdict.providerId,
    retryAt: verdict.retryAt,
    code: verdict.status === "sent" ? null : verdict.code,
    detail: verdict.status === "sent" ? null : verdict.detail,
    sentAt: verdict.status === "sent" ? now : null,
    isFree: verdict.isFree,
    askedAt: verdict.isAsked ? now : null,
  }));
  await tx`
    update messages m set
      attempts = greatest(0, m.attempts - r."isFree"::int), asked_at = coalesce(r."askedAt", m.asked_at),
      status = case when m.status in ('claimed', 'unknown') then r.status else m.status end,
      provider_id = case when m.status in ('claimed', 'unknown') then coalesce(r."providerId", m.provider_id)
        else coalesce(m.provider_id, r."providerId") end,
      sent_at = coalesce(m.sent_at, r."sentAt"),
      retry_at = r."retryAt",
      error_code = case when m.status in ('claimed', 'unknown') then r.code else m.error_code end,
      error_detail = case when m.status in ('claimed', 'unknown') then left(r.detail, 500) else m.error_detail end
    from jsonb_to_recordset(${storableJson(rows)}::text::jsonb) as r(
      "enrollmentId" uuid, id uuid, status message_status, "providerId" text, "retryAt" timestamptz, code text,
      detail text, "sentAt" timestamptz, "isFree" boolean, "askedAt" timestamptz)
    where m.enrollment_id = r."enrollmentId" and m.id = r.id`;
}

/** Only where the run still stands at the step that was sent: a person may have moved it meanwhile. */
async function moveOn(tx: SqlTx, judged: Judged[]): Promise<void> {
  const over = judged.filter(({ verdict }) => verdict.isStepOver && verdict.kind !== "skipped");
  if (over.length === 0) return;
  const steps = await loadStepsAfter(tx, over);
  const rows = over.map(({ delivery: { claim }, verdict, now }) => ({
    id: claim.enrollmentId,
    stepId: claim.stepId,
    stepEpoch: claim.stepEpoch,
    next: steps.get(claim.enrollmentId) ?? null,
    at: now,
    // An unknown outcome may have reached the contact, so it counts as a send.
    sentAt: verdict.kind === "failed" ? null : now,
    channel: claim.inbox.channel,
  }));
  const moved = tx`
    update enrollments e set
      step_id = r.next, wait_from_at = r.at, due_at_override = null, last_sent_at = coalesce(r."sentAt", e.last_sent_at),
      last_channel = case when r."sentAt" is null then e.last_channel else r.channel end
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(
      id uuid, "stepId" uuid, "stepEpoch" smallint, next uuid, at timestamptz, "sentAt" timestamptz,
      channel text)
    where e.id = any(${rows.map(({ id }) => id)}) and e.id = r.id and e.step_id = r."stepId"
      and e.step_epoch = r."stepEpoch"`.execute();
  await Promise.all([moved, touchThreads(tx, over)]);
}

/** A message that failed was not said. */
async function touchThreads(tx: SqlTx, over: Judged[]): Promise<void> {
  const said = over.filter(({ verdict }) => verdict.kind !== "failed");
  const [first] = said;
  if (!first) return;
  const threads = said.map(({ delivery: { claim } }) => claim.conversationId).sort();
  await tx`
    update conversations set last_message_at = greatest(last_message_at, ${first.now}),
      last_outbound_at = greatest(last_outbound_at, ${first.now})
    where id = any(${threads})`;
}

/** What a step said is told as what a person says is. */
async function tellSent(tx: SqlTx, accountId: AccountId, judged: Judged[]): Promise<void> {
  const subjects = judged
    .filter(({ verdict }) => verdict.status === "sent")
    .map(({ delivery: { claim } }) => ({
      contactId: claim.contactId,
      conversationId: claim.conversationId,
      eventId: claim.messageId,
    }));
  const [first] = subjects;
  if (first) await announce(tx, accountId, { event: "message.sent", key: first.eventId, subjects });
}

async function loadStepsAfter(tx: SqlTx, judged: Judged[]): Promise<Map<string, string | null>> {
  const ids = judged.map(({ delivery }) => delivery.claim.enrollmentId);
  const rows = await tx<{ id: string; version_id: string }[]>`
    select id, version_id from enrollments where id = any(${ids})`;
  const versions = await loadVersions(
    tx,
    rows.map((row) => row.version_id),
  );
  const versionOf = new Map(rows.map((row) => [row.id, versions.get(row.version_id)]));
  return new Map(
    judged.map(({ delivery: { claim } }) => {
      const snapshot = versionOf.get(claim.enrollmentId);
      return [claim.enrollmentId, snapshot ? nextStepId(claim.stepId, snapshot) : null];
    }),
  );
}

function toLedger({ delivery: { claim, outcome }, verdict, now }: Judged) {
  const data: Because["data"] = {
    channel: claim.inbox.channel,
    inbox: claim.inbox.name,
    to: claim.to,
    ...claim.noted,
    ...(outcome.kind === "accepted" && outcome.noted),
  };
  if (claim.attempts > 1) data.attempt = claim.attempts;
  if (verdict.kind !== "sent") data.detail = verdict.detail.slice(0, 300);
  if (verdict.retryAt) data.retryAt = verdict.retryAt.toISOString();
  return {
    at: now,
    kind: verdict.kind,
    enrollmentId: claim.enrollmentId,
    contactId: claim.contactId,
    stepId: claim.stepId,
    messageId: claim.messageId,
    because: { code: verdict.code, data },
  };
}

/** In the order of the inboxes, so that two batches do not wait for each other; what all have met is applied once. */
async function applyEffects(tx: SqlTx, accountId: AccountId, judged: Judged[]): Promise<void> {
  const refused = judged.flatMap(({ delivery: { claim, outcome }, now }) =>
    outcome.kind === "refused" ? [{ claim, outcome, now }] : [],
  );
  const done = new Set<string>();
  for (const { claim, outcome, now } of refused.sort((a, b) =>
    a.claim.inbox.id < b.claim.inbox.id ? -1 : 1,
  )) {
    const { contactId, conversationId, inbox, enrollmentId, stepId, content } = claim;
    const key = `${outcome.reaction} ${inbox.id} ${stepId}`;
    if (POLICY[outcome.reaction].contact === undefined && !POLICY[outcome.reaction].asks) {
      if (done.has(key)) continue;
      done.add(key);
    }
    const step = { enrollmentId, id: stepId, template: templateOf(content) };
    await applyRefusal(tx, { accountId, contactId, conversationId, inbox, step, ...outcome, now });
  }
  const inboxes = judged.map(({ delivery, verdict, now }) => ({ inbox: delivery.claim.inbox, verdict, now }));
  await judgeInboxes(tx, accountId, inboxes);
}

/** What the provider calls those whom we know by another name, so that their answers are theirs. */
async function nameRecipients(tx: SqlTx, accountId: AccountId, judged: Judged[]): Promise<void> {
  const named = judged
    .flatMap(({ delivery: { claim, outcome }, now }) =>
      outcome.kind === "accepted" && outcome.identities
        ? [{ contactId: claim.contactId, identities: outcome.identities, now }]
        : [],
    )
    .sort((a, b) => (a.contactId < b.contactId ? -1 : 1));
  for (const one of named) await nameContact(tx, accountId, one);
}

async function decideNext(tx: SqlTx, accountId: AccountId, judged: Judged[]): Promise<Turn[]> {
  const nowOf = new Map(judged.map(({ delivery, now }) => [delivery.claim.enrollmentId, now]));
  const earliest = new Date(Math.min(...judged.map(({ now }) => now.getTime())));
  const runs = await lockRuns(tx, [...nowOf.keys()], { now: earliest, isReserved: false });
  const settled = runs.map((run: Run) => {
    const now = nowOf.get(run.row.id) ?? new Date(0);
    return { run, settled: settle(run, now), now };
  });
  await applySettled(tx, accountId, settled);
  const turns = new Map(settled.map((one) => [one.run.row.id, turnOf(one.settled, one.now)]));
  return judged.map(
    ({ delivery }) => turns.get(delivery.claim.enrollmentId) ?? { kind: "end", reason: "handed_over" },
  );
}
