import * as z from "zod";
import type { SqlTx } from "@/db/client";
import { maestroConfigSchema } from "@/lib/core/maestro-schemas";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { MaestroEndpoint } from "@/lib/maestro/types";
import { open, secretContext } from "@/lib/secret-box";

export type Maestro = { isOn: boolean; config: MaestroConfig; apiKey: string | null };

/**
 * The account's Maestro as it is set up; null where nobody has, or what is stored can no longer be read. A key that was
 * sealed with another APP_SECRET counts as none: the endpoint refuses, and steps say their fallback.
 */
export async function loadMaestro(tx: SqlTx): Promise<Maestro | null> {
  const [row] = await tx<{ account_id: string; is_on: boolean; config: unknown; secrets: string | null }[]>`
    select account_id, is_on, config, secrets from maestro_settings`;
  if (!row) return null;
  const config = maestroConfigSchema.safeParse(row.config);
  if (!config.success) {
    log.error({ accountId: row.account_id, err: z.prettifyError(config.error) }, "Maestro cannot be read");
    return null;
  }
  return { isOn: row.is_on, config: config.data, apiKey: openKey(row.account_id, row.secrets) };
}

/** How its model is reached. */
export const endpointOf = ({ config, apiKey }: Pick<Maestro, "config" | "apiKey">): MaestroEndpoint => ({
  baseUrl: config.baseUrl,
  model: config.model,
  apiKey,
  timeoutMs: config.timeoutSeconds * 1_000,
  isGuarded: !env.mayCallPrivate,
});

/** Names the place of the key, for whoever seals it. */
export const keyContext = (accountId: string) => ({
  context: secretContext(accountId, "maestro_settings", "secrets"),
});

function openKey(accountId: string, sealed: string | null): string | null {
  if (sealed === null) return null;
  try {
    return open(sealed, keyContext(accountId));
  } catch (error) {
    log.error({ accountId, err: error }, "the key of Maestro cannot be opened");
    return null;
  }
}
