import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { DEFAULT_DRAFT_EXPIRY } from "@/lib/core/model-maestro";
import { record } from "@/lib/engine/ledger";
import { wakeRuns } from "@/lib/engine/wake";
import { remindIn } from "@/lib/notifications/remind-drafts";
import { expiringDrafts } from "./find-drafts";
import { minutesBefore } from "./found";
import { type Repairing, remember } from "./remember";
import type { Repaired } from "./schema";

const MOST = 200;
/** Whoever was reminded so lately is not reminded again by another press. */
const REMINDED_MINUTES = 30;

/** Tells those who are to decide once more of the drafts that expire soon. Repeated within half an hour it tells nobody. */
export async function remindOfExpiring(accountId: AccountId, by: Repairing): Promise<Repaired> {
  const { actorId, now } = by;
  const reminded = await withAccountSql(accountId, async (tx) => {
    const drafts = await tx<DraftRef[]>`
      update drafts d set remind_at = ${now}
      from (
        select id from (${expiringDrafts(tx, { accountId, now })} limit ${MOST}) e
      ) soon
      where d.id = soon.id and d.status = 'open' and (d.snoozed_until is null or d.snoozed_until <= ${now})
        and (d.remind_at is null or d.remind_at > ${minutesBefore(now, -1)} or d.remind_at < ${minutesBefore(now, REMINDED_MINUTES)})
      returning d.id, d.enrollment_id, d.step_id`;
    await tell(tx, accountId, drafts, { ...by, code: "reminded" });
    return drafts.length;
  });
  if (reminded > 0) await remindIn(accountId, now);
  return remember(accountId, {
    ...{ code: "drafts_reminded", repaired: reminded, isMore: reminded >= MOST, actorId, now },
  });
}

/**
 * The hours that their step gives them begin anew for the drafts that expire soon. One that was decided meanwhile, or
 * whose hours have begun anew already, is left alone.
 */
export async function extendExpiring(accountId: AccountId, by: Repairing): Promise<Repaired> {
  const { now } = by;
  const extended = await withAccountSql(accountId, async (tx) => {
    const soon = await tx<{ id: string; enrollment_id: string }[]>`
      select id, enrollment_id from (${expiringDrafts(tx, { accountId, now })} limit ${MOST}) e`;
    const runs = soon.map((row) => row.enrollment_id);
    // The runs first, as everybody takes them.
    await tx`select from enrollments where id = any(${runs}) order by id for update`;
    const drafts = await tx<DraftRef[]>`
      update drafts d set opened_at = ${now}, reminded_at = null, expires_at = greatest(h.expires_at, d.due_at),
        remind_at = ${now}::timestamptz + h.remind_after, updated_at = ${now}
      from (
        select d.id, ${now}::timestamptz + make_interval(hours => coalesce(
            (x.expiry->>'expireAfterHours')::int, ${DEFAULT_DRAFT_EXPIRY.expireAfterHours}::int)) as expires_at,
          make_interval(hours => case when x.expiry is null then ${DEFAULT_DRAFT_EXPIRY.remindAfterHours}::int
            else (x.expiry->>'remindAfterHours')::int end) as remind_after
        from drafts d join enrollments e on e.id = d.enrollment_id join sequence_versions v on v.id = e.version_id
          left join lateral (
            select s->'compose'->'expiry' as expiry from jsonb_array_elements(v.snapshot->'steps') s
            where s->>'id' = d.step_id::text limit 1) x on true
        where d.id = any(${soon.map(({ id }) => id)})
      ) h
      where d.id = h.id and d.status = 'open' and h.expires_at > d.expires_at + interval '1 minute'
      returning d.id, d.enrollment_id, d.step_id`;
    await tell(tx, accountId, drafts, { ...by, code: "extended" });
    const ids = drafts.map((row) => row.enrollment_id);
    await wakeRuns(tx, accountId, ids, `extended:${now.getTime()}`);
    return drafts.length;
  });
  return remember(accountId, {
    ...{ code: "drafts_extended", repaired: extended, isMore: extended >= MOST, ...by },
  });
}

type DraftRef = { id: string; enrollment_id: string; step_id: string };

const tell = (
  tx: SqlTx,
  accountId: AccountId,
  drafts: DraftRef[],
  { code, actorId, now: at }: Repairing & { code: "reminded" | "extended" },
) =>
  record(
    tx,
    accountId,
    drafts.map(({ id: draftId, enrollment_id: enrollmentId, step_id: stepId }) => ({
      ...{ at, kind: "repaired" as const, enrollmentId, stepId, actorId },
      because: { code, data: { draftId } },
    })),
  );
