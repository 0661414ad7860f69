import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AiEnrollment } from "@/lib/core/model-maestro";
import { loadMaestro } from "@/lib/engine/maestro";
import { AppError } from "@/lib/errors";

type Saving = { sequenceId: string; config: AiEnrollment; actorId: string; now: Date };

/**
 * What to look for, for one sequence; in force at once where it is on. Throws `not_found` for the sequence, `invalid` for
 * inboxes that are not of the account.
 */
export const saveAiEnrollment = (
  accountId: AccountId,
  { sequenceId, config, actorId, now }: Saving,
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const [sequence] = await tx`select id from sequences where id = ${sequenceId}`;
    if (!sequence) throw new AppError("not_found", "sequence_not_found");
    const known = await tx`select id from inboxes where id = any(${config.inboxIds}::uuid[])`;
    if (known.length !== new Set(config.inboxIds).size)
      throw new AppError("invalid", "invalid", { fields: { inboxIds: "inbox_unknown" } });
    await tx`
      insert into ai_enrollments (sequence_id, account_id, config, updated_at, updated_by)
      values (${sequenceId}, ${accountId}, ${JSON.stringify(config)}::text::jsonb, ${now}, ${actorId})
      on conflict (sequence_id) do update
        set config = excluded.config, updated_at = excluded.updated_at, updated_by = excluded.updated_by`;
  });

type Switching = { sequenceId: string; isOn: boolean; actorId: string; now: Date };

/**
 * Switches it on or off. Off is off at once: what is being judged at this moment is only written down. Throws `conflict`
 * where it cannot be on: nothing is saved, the sequence enrolls nobody, Maestro is off.
 */
export const switchAiEnrollment = (
  accountId: AccountId,
  { sequenceId, isOn, actorId, now }: Switching,
): Promise<{ isOn: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const [sequence] = await tx<{ status: string; liveVersionId: string | null }[]>`
      select status, live_version_id as "liveVersionId" from sequences where id = ${sequenceId}`;
    if (!sequence) throw new AppError("not_found", "sequence_not_found");
    if (isOn && (sequence.status !== "active" || !sequence.liveVersionId))
      throw new AppError("conflict", "sequence_not_active");
    if (isOn && !(await loadMaestro(tx))?.isOn) throw new AppError("conflict", "maestro_off");
    const rows = await tx`
      update ai_enrollments set is_on = ${isOn}, last_outcome = null, updated_at = ${now}, updated_by = ${actorId}
      where sequence_id = ${sequenceId} returning sequence_id`;
    if (rows.length === 0 && isOn) throw new AppError("conflict", "ai_enrollment_unsaved");
    return { isOn };
  });
