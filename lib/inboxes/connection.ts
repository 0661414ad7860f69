import { and, eq, isNull } from "drizzle-orm";
import { withAccount, withAccountSql } from "@/db/client";
import { inboxes } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ConnectionCheck } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import { driverInbox, type InboxRow, loadInboxes, webhookUrlOf } from "@/lib/engine/inbox";
import { readHealth } from "@/lib/engine/probe-inbox";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { checkChannel, keptSecrets, parsedInbox } from "./form";
import type { InboxForm } from "./schema";
import { type InboxSecrets, storedSecrets } from "./secrets";

/**
 * Asks the provider whether what the form holds would work, before it is saved. Secrets left empty are the stored
 * ones of `id`, towards the server they were stored for.
 */
export async function checkConnection(
  accountId: AccountId,
  form: InboxForm & { id?: string },
): Promise<ConnectionCheck> {
  checkChannel(form);
  const stored = form.id ? await storedInbox(accountId, form.id) : null;
  const parsed = parsedInbox(form, stored ? keptOf(accountId, stored, form) : {});
  const driver = driverOf(form.provider);
  if (!driver.checkConnection) return { ok: true, label: form.name };
  return driver.checkConnection({
    id: form.id ?? "new",
    channel: form.channel,
    webhookUrl: webhookUrlOf({ provider: form.provider, accountId, id: form.id ?? "new" }),
    ...parsed,
  });
}

/**
 * Asks the provider whether the inbox works as it is stored, and reads what it says of the sender. Throws `not_found`,
 * and `conflict` where what is stored cannot be read.
 */
export async function testInbox(
  accountId: AccountId,
  { id, now }: { id: string; now: Date },
): Promise<ConnectionCheck> {
  const row = await withAccountSql(accountId, async (tx) =>
    (await loadInboxes(tx)).find((one) => one.id === id),
  );
  if (!row) throw new AppError("not_found");
  const { checkConnection } = driverOf(row.provider);
  const check = (await checkConnection?.(asItIs(row))) ?? { ok: true, label: row.name };
  if (check.ok) await readHealth(accountId, { inboxId: id, now });
  return check;
}

function asItIs(row: InboxRow) {
  try {
    return driverInbox(row);
  } catch (error) {
    log.warn({ inboxId: row.id, err: error }, "settings of the inbox cannot be read");
    throw new AppError("conflict", "inbox_unreadable");
  }
}

function keptOf(accountId: AccountId, stored: StoredInbox, form: InboxForm): InboxSecrets {
  if (stored.provider !== form.provider) return {};
  return keptSecrets({ config: stored.config, secrets: storedSecrets(accountId, stored.secrets) }, form);
}

type StoredInbox = Awaited<ReturnType<typeof storedInbox>>;

async function storedInbox(accountId: AccountId, id: string) {
  const [row] = await withAccount(accountId, (tx) =>
    tx
      .select()
      .from(inboxes)
      .where(and(eq(inboxes.id, id), isNull(inboxes.archivedAt))),
  );
  if (!row) throw new AppError("not_found");
  return row;
}
