import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { basisOf, findingsOf, loadEarlier } from "@/lib/engine/draft-guard";
import { expectOpen, type LockedDraft, lockDraft } from "@/lib/engine/draft-lock";
import { record } from "@/lib/engine/ledger";
import { notify, settleNotifications } from "@/lib/engine/notify";
import { storableJson } from "@/lib/engine/storable";
import { AppError } from "@/lib/errors";
import { findDecider } from "./deciders";
import { type Deciding, done } from "./mutations";
import type { DraftDone } from "./schema";

/** The step's own words instead of Maestro's; it still waits for a person. Throws as approving does, and `invalid`. */
export const chooseFallback = (accountId: AccountId, { id, revision, ...by }: Deciding): Promise<DraftDone> =>
  withAccountSql(accountId, async (tx) => {
    const { run, draft } = await lockDraft(tx, id);
    await expectOpen(tx, draft, revision);
    const earlier = await loadEarlier(tx, [draft.enrollment_id]);
    const basis = basisOf(run.facts, draft, earlier.get(draft.enrollment_id) ?? [], by.now);
    const { fallback: said } = basis;
    if (!said) throw new AppError("invalid", "fallback_unusable");
    const findings = findingsOf(basis, said, []);
    const kept = storableJson({ ...said, findings, facts: basis.facts });
    await tx`
      update drafts d set text = r.text, subject = r.subject, findings = r.findings, facts = r.facts, vouched = '[]',
        origin = 'fallback', fallback = 'chosen', revision = d.revision + 1, updated_at = ${by.now}
      from json_to_record(${kept}::text::json) as r(text text, subject text, findings jsonb, facts jsonb)
      where d.id = ${id} and d.revision = ${revision} and d.status = 'open'`;
    await tell(tx, accountId, draft, { ...by, kind: "drafted", code: "fallback_chosen", data: CHOSEN });
    return done(id, revision + 1, "open");
  });

/** Somebody else who may decide, or nobody in particular, is asked. Throws as approving does, and `invalid`. */
export const reassignDraft = (
  accountId: AccountId,
  { id, revision, assigneeId, ...by }: Deciding & { assigneeId: string | null },
): Promise<DraftDone> =>
  withAccountSql(accountId, async (tx) => {
    const { draft } = await lockDraft(tx, id);
    await expectOpen(tx, draft, revision);
    const assignee = assigneeId ? await findDecider(tx, assigneeId) : null;
    if (assigneeId && !assignee) {
      throw new AppError("invalid", "decider_unknown", { fields: { assigneeId: "decider_unknown" } });
    }
    if (draft.assignee_id === assigneeId) return done(id, revision, "open");
    await tx`
      update drafts set assignee_id = ${assigneeId}, revision = revision + 1, updated_at = ${by.now}
      where id = ${id} and revision = ${revision} and status = 'open'`;
    const data = { assignee: assignee?.name ?? null, assigneeId };
    await tell(tx, accountId, draft, { ...by, kind: "reassigned", code: "reassigned", data });
    await settleNotifications(tx, accountId, { draftId: id, now: by.now });
    if (assigneeId && assigneeId !== by.actorId) {
      await notify(tx, accountId, {
        ...{ userIds: [assigneeId], kind: "draft_assigned" as const, contactId: draft.contact_id },
        dedupeKey: `draft_assigned:${id}:${revision + 1}`,
        data: { draftId: id, sequenceId: draft.sequence_id, enrollmentId: draft.enrollment_id },
        now: by.now,
      });
    }
    return done(id, revision + 1, "open");
  });

/**
 * Out of sight until the moment, at which it is remembered; null: in sight again. Throws as approving does, and `invalid`
 * for a moment that has passed, or at which the step's policy has decided in place of a person.
 */
export const snoozeDraft = (
  accountId: AccountId,
  { id, revision, until, ...by }: Deciding & { until: Date | null },
): Promise<DraftDone> =>
  withAccountSql(accountId, async (tx) => {
    const { draft } = await lockDraft(tx, id);
    await expectOpen(tx, draft, revision);
    const wrong = until && wrongMoment(until, draft.expires_at, by.now);
    if (wrong) throw new AppError("invalid", wrong, { fields: { until: wrong } });
    await tx`
      update drafts set snoozed_until = ${until}, remind_at = coalesce(${until}, remind_at),
        reminded_at = case when ${until}::timestamptz is null then reminded_at end,
        revision = revision + 1, updated_at = ${by.now}
      where id = ${id} and revision = ${revision} and status = 'open'`;
    const code = until ? "draft_snoozed" : "draft_awake";
    const data = { until: until?.toISOString() ?? null };
    await tell(tx, accountId, draft, { ...by, kind: "waiting", code, data });
    if (until) await settleNotifications(tx, accountId, { draftId: id, now: by.now });
    return done(id, revision + 1, "open");
  });

const CHOSEN = { origin: "fallback", fallback: "chosen" };

function wrongMoment(until: Date, expiresAt: Date | null, now: Date): string | null {
  if (until <= now) return "snooze_past";
  return expiresAt && until >= expiresAt ? "snooze_after_expiry" : null;
}

type Told = Pick<Deciding, "actorId" | "now"> & {
  kind: "drafted" | "reassigned" | "waiting";
  code: string;
  data: Record<string, string | null>;
};

const tell = (
  tx: SqlTx,
  accountId: AccountId,
  { id, enrollment_id: enrollmentId, step_id: stepId }: LockedDraft["draft"],
  { kind, code, data, actorId, now: at }: Told,
) =>
  record(tx, accountId, [
    { at, kind, enrollmentId, stepId, actorId, because: { code, data: { draftId: id, ...data } } },
  ]);
