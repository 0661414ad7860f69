import type { SqlTx } from "@/db/client";
import { SETTINGS_DEFAULTS } from "@/lib/core/model";
import { raiseAlert, resolveAlert } from "./alerts";

const UNKNOWN = "outcomes_unknown";
const REFUSED = "sends_refused";

/**
 * Says while some sends have been unknown for longer than the account waits for the provider's own word, and no longer;
 * the same of those that a person has to judge. Repeating it changes nothing.
 */
export async function tellUnclear(tx: SqlTx, accountId: string, now: Date): Promise<void> {
  const { unknown, refused } = await countUnclear(tx, now);
  if (refused === 0) await resolveAlert(tx, accountId, { dedupeKey: REFUSED, now });
  if (unknown === 0) {
    await resolveAlert(tx, accountId, { dedupeKey: UNKNOWN, now });
    return;
  }
  const [known] = await tx`
    update alerts set data = jsonb_build_object('sends', ${unknown}::int)
    where account_id = ${accountId} and dedupe_key = ${UNKNOWN} and resolved_at is null returning id`;
  if (known) return;
  await raiseAlert(tx, accountId, { kind: UNKNOWN, dedupeKey: UNKNOWN, data: { sends: unknown }, now });
}

type Unclear = {
  /** Unknown for longer than the account waits. */
  unknown: number;
  /** Refused by the provider, for a person to judge. */
  refused: number;
};

/** How many sends wait for a person. */
async function countUnclear(tx: SqlTx, now: Date): Promise<Unclear> {
  const [row] = await tx<Unclear[]>`
    with line as (
      select ${now}::timestamptz - interval '1 hour'
        * coalesce((settings->>'unknownAfterHours')::int, ${SETTINGS_DEFAULTS.unknownAfterHours}::int) as before
      from module_settings
    )
    select
      (select count(*)::int from messages where settled_at is null and status = 'unknown'
        and claimed_at <= (select before from line))
      + (select count(*)::int from conversation_messages where settled_at is null and status = 'unknown'
        and claimed_at <= (select before from line)) as unknown,
      (select count(*)::int from messages
        where settled_at is null and asked_at is not null and status = 'failed') as refused`;
  return row ?? { unknown: 0, refused: 0 };
}
