import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { meterOf } from "@/lib/engine/ai-meter";
import { endpointOf, loadMaestro, type Maestro } from "@/lib/engine/maestro";
import { tryEndpoint } from "@/lib/maestro/try-endpoint";
import type { EndpointTrial } from "@/lib/maestro/types";
import { checkAddress, sameServer } from "./address";
import { MAESTRO_DEFAULTS, type MaestroTest } from "./schema";

/**
 * Asks what the form holds something small, before it is saved; it is paid for from the day's budget and stands in the
 * ledger. A key left empty is the stored one, towards the server that it was stored for.
 */
export async function testConnection(
  accountId: AccountId,
  { apiKey, ...typed }: MaestroTest,
  now: Date,
): Promise<EndpointTrial> {
  checkAddress(typed.baseUrl);
  const stored = await withAccountSql(accountId, loadMaestro);
  const config = { ...(stored?.config ?? MAESTRO_DEFAULTS), ...typed };
  const key = apiKey || keptKey(stored, typed.baseUrl);
  return tryEndpoint(endpointOf({ config, apiKey: key }), meterOf(accountId, config, {}, now));
}

const keptKey = (stored: Maestro | null, baseUrl: string): string | null =>
  stored && sameServer(stored.config.baseUrl, baseUrl) ? stored.apiKey : null;
