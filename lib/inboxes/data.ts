import { and, asc, eq, isNull } from "drizzle-orm";
import { withAccount } from "@/db/client";
import { inboxes } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { driverOf } from "@/lib/channels/registry";
import { webhookUrlOf } from "@/lib/engine/inbox";
import { storedSecrets } from "./secrets";

/** In the account's order of preference. Secrets stay in the database. */
export const inboxesOf = (accountId: AccountId) =>
  withAccount(accountId, (tx) =>
    tx
      .select(shown)
      .from(inboxes)
      .where(isNull(inboxes.archivedAt))
      .orderBy(asc(inboxes.position), asc(inboxes.id)),
  );
export type InboxListed = Awaited<ReturnType<typeof inboxesOf>>[number];

export type InboxShown = InboxListed & {
  /** What the provider is told to call, and the word it proves itself with; null when it never calls. */
  webhook: { address: string; verifyToken: string | null } | null;
  /** Whether it has WhatsApp templates that can be read from its provider. */
  hasTemplates: boolean;
};

/**
 * One inbox for its form; null when the account has no such inbox. Of the secrets only the webhook's verify token is
 * shown, which the person types in at the provider.
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
  const inbox = { ...stored, hasTemplates };
  if (!driver.webhook) return { ...inbox, webhook: null };
  const verifyToken = storedSecrets(accountId, secrets).verifyToken ?? null;
  return { ...inbox, webhook: { address: webhookUrlOf({ ...stored, accountId }), verifyToken } };
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
