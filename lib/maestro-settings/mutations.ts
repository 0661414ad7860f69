import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { findDecider } from "@/lib/approvals/deciders";
import { maestroConfigSchema } from "@/lib/core/maestro-schemas";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import { keyContext } from "@/lib/engine/maestro";
import { AppError } from "@/lib/errors";
import { seal } from "@/lib/secret-box";
import { checkAddress, sameServer } from "./address";
import { MAESTRO_DEFAULTS, type MaestroChange } from "./schema";

type By = { userId: string; now: Date };

/**
 * Changes the given settings and leaves the others as they are. Throws `conflict` where somebody has changed one of
 * them since the form was loaded, and `invalid` where the address changes and the stored key was not typed again: it
 * goes only to the server that it was typed in for. Answers the settings as they are now.
 */
export async function changeMaestro(
  accountId: AccountId,
  { before, apiKey, removesKey, ...fields }: MaestroChange,
  by: By,
): Promise<MaestroConfig> {
  // Fields that are not given must not be filled in.
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const change = maestroConfigSchema.partial().parse(given);
  if (change.baseUrl !== undefined) checkAddress(change.baseUrl);
  return withAccountSql(accountId, async (tx) => {
    const stored = await lockMaestro(tx, accountId, by.now);
    if (change.defaultApproverId) await checkApprover(tx, change.defaultApproverId);
    if (!isUnchanged(stored.config, before, change)) throw new AppError("conflict", "maestro_changed");
    const config = { ...stored.config, ...change };
    const secrets = keyOf(accountId, { ...stored, config }, { apiKey, removesKey, was: stored.config });
    await tx`
      update maestro_settings set config = ${JSON.stringify(config)}::text::jsonb, secrets = ${secrets},
        updated_at = ${by.now}, updated_by = ${by.userId}`;
    return config;
  });
}

/** Switches Maestro on or off; steps whose text is due meanwhile say their fallback. Throws where nothing is set up. */
export async function switchMaestro(accountId: AccountId, isOn: boolean, by: By): Promise<void> {
  await withAccountSql(accountId, async (tx) => {
    const switched = await tx`
      update maestro_settings set is_on = ${isOn}, updated_at = ${by.now}, updated_by = ${by.userId}
      returning account_id`;
    if (switched.length === 0 && isOn) throw new AppError("conflict", "maestro_not_set_up");
  });
}

type Stored = { config: MaestroConfig; secrets: string | null };

/** The row, made where there is none, and held against everybody else who saves. What cannot be read begins anew. */
async function lockMaestro(tx: SqlTx, accountId: AccountId, now: Date): Promise<Stored> {
  const config = JSON.stringify(MAESTRO_DEFAULTS);
  await tx`
    insert into maestro_settings (account_id, config, updated_at) values (${accountId}, ${config}::text::jsonb, ${now})
    on conflict do nothing`;
  const [row] = await tx<{ config: unknown; secrets: string | null }[]>`
    select config, secrets from maestro_settings for update`;
  const parsed = maestroConfigSchema.safeParse(row?.config);
  return { config: parsed.success ? parsed.data : MAESTRO_DEFAULTS, secrets: row?.secrets ?? null };
}

async function checkApprover(tx: SqlTx, userId: string): Promise<void> {
  if (await findDecider(tx, userId)) return;
  throw new AppError("invalid", "decider_unknown", {
    fields: { defaultApproverId: "decider_unknown" },
  });
}

/** Whether what is to be changed is still what the person saw. */
const isUnchanged = (
  stored: MaestroConfig,
  before: Partial<MaestroConfig>,
  change: Partial<MaestroConfig>,
): boolean =>
  (Object.keys(change) as (keyof MaestroConfig)[]).every(
    (field) => JSON.stringify(stored[field]) === JSON.stringify(before[field]),
  );

type KeyChange = { apiKey?: string; removesKey?: boolean; was: MaestroConfig };

/** What is stored of the key from now on. */
function keyOf(
  accountId: AccountId,
  { config, secrets }: Stored,
  { apiKey, removesKey, was }: KeyChange,
): string | null {
  if (apiKey) return seal(apiKey, keyContext(accountId));
  if (removesKey || secrets === null) return null;
  if (sameServer(was.baseUrl, config.baseUrl)) return secrets;
  throw new AppError("invalid", "inbox_secret_again", { fields: { apiKey: "inbox_secret_again" } });
}
