import type { SqlTx } from "@/db/client";
import { accountZone } from "@/lib/core/effective-zone";
import { aiEnrollmentSchema } from "@/lib/core/maestro-schemas";
import type { SequenceSnapshot } from "@/lib/core/model";
import type { AiEnrollment } from "@/lib/core/model-maestro";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { startOfDay, toInstantMs, toLocalMs } from "@/lib/core/zone";

/** A sequence that Maestro may look for people for: active, published. */
export type Looking = {
  sequenceId: string;
  name: string;
  description: string;
  snapshot: SequenceSnapshot;
  config: AiEnrollment;
};

/** Null where it is off, or its sequence does not enroll. `config` in place of the stored one, whether it is on or not. */
export async function loadLooking(
  tx: SqlTx,
  sequenceId: string,
  config?: AiEnrollment,
): Promise<Looking | null> {
  const [row] = await tx<
    { name: string; description: string; snapshot: unknown; config: unknown; isOn: boolean }[]
  >`
    select s.name, s.description, v.snapshot, a.config, a.is_on as "isOn"
    from ai_enrollments a
    join sequences s on s.id = a.sequence_id and s.status = 'active'
    join sequence_versions v on v.id = s.live_version_id
    where a.sequence_id = ${sequenceId}`;
  if (!row || (!config && !row.isOn)) return null;
  const parsed = aiEnrollmentSchema.safeParse(config ?? row.config);
  if (!parsed.success) return null;
  const { name, description } = row;
  return {
    sequenceId,
    name,
    description,
    snapshot: sequenceSnapshotSchema.parse(row.snapshot),
    config: parsed.data,
  };
}

/** The instant at which the account's own day began. */
export async function dayBegan(tx: SqlTx, now: Date): Promise<Date> {
  const [row] = await tx<{ timeZone: string }[]>`
    select coalesce(settings->>'timeZone', 'UTC') as "timeZone" from module_settings`;
  const zone = accountZone(row ?? { timeZone: "UTC" });
  return new Date(toInstantMs(startOfDay(toLocalMs(now.getTime(), zone)), zone));
}

/** What counts against the limit of the account's day. */
export async function usedSince(tx: SqlTx, sequenceId: string, since: Date): Promise<number> {
  const [row] = await tx<{ used: number }[]>`
    select count(*)::int as used from ai_suggestions
    where sequence_id = ${sequenceId} and at >= ${since} and not is_trial
      and status in ('open', 'enrolled', 'dismissed', 'expired')`;
  return row?.used ?? 0;
}
