import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { lockLiveRuns } from "@/lib/engine/apply-exits";
import { settleNotifications } from "@/lib/engine/notify";
import { wishOf } from "./candidates";
import { staleness } from "./expire";
import type { Accepted } from "./schema";
import { enrollNow } from "./verdict";

type Decision = { ids: string[]; actorId: string; now: Date };

/**
 * Enrolls whom Maestro has suggested, in the name of the person, each in a transaction of its own: as it stands now, so
 * that whoever has answered meanwhile, or whom the rules refuse, is not enrolled. Decided twice it happens once.
 */
export async function acceptSuggestions(
  accountId: AccountId,
  { ids, actorId, now }: Decision,
): Promise<Accepted> {
  const accepted: Accepted = { enrolled: [], refused: [], gone: [] };
  for (const id of [...new Set(ids)]) {
    const one = await withAccountSql(accountId, (tx) => acceptOne(tx, accountId, { id, actorId, now }));
    if (!one) accepted.gone.push(id);
    else if (one.status === "enrolled") accepted.enrolled.push({ id, enrollmentId: one.enrollmentId ?? "" });
    else accepted.refused.push({ id, code: one.refusal ?? "" });
  }
  return accepted;
}

type One = { id: string; actorId: string; now: Date };

async function acceptOne(tx: SqlTx, accountId: AccountId, { id, actorId, now }: One) {
  const [asked] = await tx<{ contactId: string }[]>`
    select contact_id as "contactId" from ai_suggestions where id = ${id} and status = 'open' and not is_trial`;
  if (!asked) return null;
  await lockLiveRuns(tx, asked.contactId);
  const [row] = await tx<
    { sequenceId: string; conversationId: string; contactId: string; snapshot: unknown; why: string | null }[]
  >`
    select g.sequence_id as "sequenceId", g.conversation_id as "conversationId", g.contact_id as "contactId",
      v.snapshot, ${staleness(tx, now)} as why
    from ai_suggestions g
    join conversations t on t.id = g.conversation_id
    join contacts c on c.id = g.contact_id
    join sequences s on s.id = g.sequence_id
    left join sequence_versions v on v.id = s.live_version_id
    where g.id = ${id} and g.status = 'open' for update of g`;
  if (!row) return null;
  const fate = await fateOf(tx, accountId, row, { actorId, now });
  await tx`
    update ai_suggestions set status = ${fate.status}, refusal = ${fate.refusal ?? null},
      enrollment_id = ${fate.enrollmentId ?? null}, decided_by = ${actorId}, decided_at = ${now}
    where id = ${id} and status = 'open'`;
  await settleNotifications(tx, accountId, { dedupePrefix: `suggestion:${id}`, now });
  return fate;
}

type Row = {
  sequenceId: string;
  conversationId: string;
  contactId: string;
  snapshot: unknown;
  why: string | null;
};

async function fateOf(tx: SqlTx, accountId: AccountId, row: Row, { actorId, now }: Omit<One, "id">) {
  if (row.why) return { status: "expired" as const, refusal: row.why, enrollmentId: undefined };
  const parsed = sequenceSnapshotSchema.safeParse(row.snapshot);
  if (!parsed.success)
    return { status: "refused" as const, refusal: "sequence_not_active", enrollmentId: undefined };
  const { sequenceId } = row;
  const wish = wishOf({ sequenceId, snapshot: parsed.data }, [row], now);
  return enrollNow(tx, accountId, { wish, actorId });
}

/** Puts suggestions aside. Those that somebody has decided about are left as they are. Answers which were put aside. */
export const dismissSuggestions = (
  accountId: AccountId,
  { ids, actorId, now }: Decision,
): Promise<{ dismissed: string[] }> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      update ai_suggestions set status = 'dismissed', decided_by = ${actorId}, decided_at = ${now}
      where id = any(${ids}::uuid[]) and status = 'open' and not is_trial returning id`;
    for (const { id } of rows)
      await settleNotifications(tx, accountId, { dedupePrefix: `suggestion:${id}`, now });
    return { dismissed: rows.map(({ id }) => id) };
  });

/** Takes a dismissal back, while the suggestion could still be accepted. */
export const restoreSuggestions = (
  accountId: AccountId,
  { ids, now }: Decision,
): Promise<{ restored: string[] }> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      update ai_suggestions set status = 'open', decided_by = null, decided_at = null
      from (
        select g.id, ${staleness(tx, now)} as why
        from ai_suggestions g
        join conversations t on t.id = g.conversation_id
        join contacts c on c.id = g.contact_id
        where g.id = any(${ids}::uuid[])
      ) known
      where ai_suggestions.id = known.id and known.why is null and ai_suggestions.status = 'dismissed'
      returning ai_suggestions.id`;
    return { restored: rows.map(({ id }) => id) };
  });
