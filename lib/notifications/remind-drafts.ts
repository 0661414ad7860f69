import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { DEFAULT_DRAFT_EXPIRY, type DraftExpiry } from "@/lib/core/model-maestro";
import { eachAccount } from "@/lib/engine/each-account";
import { notify } from "@/lib/engine/notify";

/** Per account and turn: a backlog is worked off over several minutes. */
const MOST = 200;

/** Reminds of every draft that has waited for as long as its step says, once for each moment that was set. Answers how many. */
export async function remindOfDrafts(now: Date): Promise<number> {
  return (await eachAccount({ drafts: (accountId) => remindIn(accountId, now) })).done.drafts;
}

export const remindIn = (accountId: AccountId, now: Date): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const drafts = await claimReminders(tx, accountId, now);
    for (const draft of drafts) {
      const { id: draftId, enrollmentId, sequenceId, conversationId, contactId, assigneeId } = draft;
      const does = draft.does ?? DEFAULT_DRAFT_EXPIRY.does;
      const expiresAt = does === "keep_waiting" ? null : (draft.expiresAt?.toISOString() ?? null);
      await notify(tx, accountId, {
        userIds: assigneeId ? [assigneeId] : "approvers",
        kind: "draft_reminder",
        dedupeKey: `draft:${draftId}:reminder:${draft.remindAt.toISOString()}`,
        contactId,
        data: { draftId, enrollmentId, sequenceId, conversationId, expiresAt, does },
        now,
      });
    }
    return drafts.length;
  });

type Reminded = {
  id: string;
  enrollmentId: string;
  sequenceId: string;
  conversationId: string | null;
  contactId: string;
  assigneeId: string | null;
  remindAt: Date;
  expiresAt: Date | null;
  does: DraftExpiry["does"] | null;
};

/** A draft that somebody decides at this moment is left to them. The guard is the moment itself: a snooze sets another. */
const claimReminders = (tx: SqlTx, accountId: AccountId, now: Date) => tx<Reminded[]>`
  update drafts d set reminded_at = ${now}
  from (
    select id from drafts
    where account_id = ${accountId} and status = 'open' and remind_at is not null and remind_at <= ${now}
      and (reminded_at is null or reminded_at < remind_at) and (snoozed_until is null or snoozed_until <= ${now})
    order by remind_at limit ${MOST} for update skip locked) due
  where d.id = due.id
  returning d.id, d.enrollment_id as "enrollmentId", d.sequence_id as "sequenceId",
    d.conversation_id as "conversationId", d.contact_id as "contactId", d.assignee_id as "assigneeId",
    d.remind_at as "remindAt", d.expires_at as "expiresAt",
    (select s->'compose'->'expiry'->>'does'
      from enrollments e join sequence_versions v on v.id = e.version_id,
        jsonb_array_elements(v.snapshot->'steps') s
      where e.id = d.enrollment_id and s->>'id' = d.step_id::text) as does`;
