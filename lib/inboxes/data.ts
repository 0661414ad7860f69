import { and, asc, eq, isNull } from "drizzle-orm";
import { withAccount } from "@/db/client";
import { inboxes } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import type { WebhookSide } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import type { Provider } from "@/lib/core/model-inboxes";
import { webhookUrlOf } from "@/lib/engine/inbox";
import { type InboxSecrets, storedSecrets } from "./secrets";

/** In the account's order of preference. Secrets stay in the database. */
export const inboxesOf = async (accountId: AccountId) => {
  const rows = await withAccount(accountId, (tx) =>
    tx
      .select(shown)
      .from(inboxes)
      .where(isNull(inboxes.archivedAt))
      .orderBy(asc(inboxes.position), asc(inboxes.id)),
  );
  return rows.map((row) => ({ ...row, hasBanRisk: hasBanRisk(row.provider) }));
};
export type InboxListed = Awaited<ReturnType<typeof inboxesOf>>[number];

/** Whether a number of this provider may be banned for being used so. */
export function hasBanRisk(provider: Provider): boolean {
  return driverOf(provider).hasBanRisk === true;
}

export type InboxShown = InboxListed & {
  /** What the provider is told to call, and the secret to type in beside it; null when it never calls. */
  webhook: { address: string; secret: string | null } | null;
  /** Whether it has WhatsApp templates that can be read from its provider. */
  hasTemplates: boolean;
};

/**
 * One inbox for its form; null when the account has no such inbox. Of the secrets only the one is shown that
 * the person types in at the provider.
 */
export async function inboxOf(accountId: AccountId, id: string): Promise<InboxShown | null> {
  const [row] = await withAccount(accountId, (tx) =>
    tx
      .select({ ...shown, secrets: inboxes.secrets })
      .from(inboxes)
      .where(and(eq(inboxes.id, id), isNull(inboxes.archivedAt))),
  );
  if (!row) return null;
  const { secrets, ...stored } = row;
  const driver = driverOf(stored.provider);
  const hasTemplates = stored.channel === "whatsapp" && driver.listTemplates !== undefined;
  const inbox = { ...stored, hasBanRisk: driver.hasBanRisk === true, hasTemplates };
  if (!driver.webhook) return { ...inbox, webhook: null };
  const known = storedSecrets(accountId, secrets);
  return { ...inbox, webhook: shownWebhook(driver.webhook, webhookUrlOf({ ...stored, accountId }), known) };
}

function shownWebhook(webhook: WebhookSide<unknown, unknown>, webhookUrl: string, secrets: InboxSecrets) {
  const { addressOf, shownSecret } = webhook;
  const secret = (shownSecret && secrets[shownSecret]) || null;
  return { address: addressOf?.({ webhookUrl, secrets }) ?? webhookUrl, secret };
}

const shown = {
  id: inboxes.id,
  name: inboxes.name,
  channel: inboxes.channel,
  provider: inboxes.provider,
  status: inboxes.status,
  pausedBecause: inboxes.pausedBecause,
  config: inboxes.config,
  createdAt: inboxes.createdAt,
};
