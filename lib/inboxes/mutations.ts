import { and, eq, isNull, max, sql } from "drizzle-orm";
import { type Tx, withAccount } from "@/db/client";
import { alerts, conversations, inboxes, mailboxes } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { requestTemplates } from "@/lib/hsm-templates/mutations";
import { alertKey } from "@/lib/mailboxes/place";
import { checkChannel, checkRisk, keptSecrets, parsedInbox } from "./form";
import type { InboxForm } from "./schema";
import { sealedSecrets, storedSecrets } from "./secrets";

/** Adds an inbox at the end of the account's order. */
export async function addInbox(
  accountId: AccountId,
  form: InboxForm & { isRiskAccepted?: boolean },
): Promise<{ id: string }> {
  checkChannel(form);
  checkRisk(form);
  const { config, secrets } = parsedInbox(form, {});
  return withAccount(accountId, async (tx) => {
    const [last] = await tx.select({ position: max(inboxes.position) }).from(inboxes);
    const { name, channel, provider } = form;
    const position = (last?.position ?? -1) + 1;
    const sealed = sealedSecrets(accountId, secrets);
    const values = { accountId, name, channel, provider, config, secrets: sealed, position };
    const [row] = await tx.insert(inboxes).values(values).returning({ id: inboxes.id });
    const { id } = found(row);
    await requestTemplates(tx, accountId, { id, channel, provider });
    return { id };
  });
}

/** Changes name, settings and whichever secrets were typed anew; provider and channel stay. */
export async function changeInbox(
  accountId: AccountId,
  form: Pick<InboxForm, "name" | "config" | "secrets"> & { id: string },
): Promise<void> {
  await withAccount(accountId, async (tx) => {
    const row = await lockedInbox(tx, form.id);
    const stored = keptSecrets({ ...row, secrets: storedSecrets(accountId, row.secrets) }, form);
    const { config, secrets } = parsedInbox({ ...form, provider: row.provider }, stored);
    await tx
      .update(inboxes)
      .set({ name: form.name, config, secrets: sealedSecrets(accountId, secrets) })
      .where(eq(inboxes.id, row.id));
    await requestTemplates(tx, accountId, row);
    // Another mailbox is read from now on, and not back into its past.
    if (readFrom(row.config) !== readFrom(config)) await forgetMailbox(tx, row.id);
  });
}

async function forgetMailbox(tx: Tx, inboxId: string): Promise<void> {
  await tx.delete(mailboxes).where(eq(mailboxes.inboxId, inboxId));
  await tx
    .update(alerts)
    .set({ resolvedAt: sql`now()` })
    .where(and(eq(alerts.dedupeKey, alertKey(inboxId)), isNull(alerts.resolvedAt)));
}

const readFrom = ({ imapHost, imapUser, user, imapFolder }: Record<string, unknown>): string =>
  JSON.stringify([imapHost || "", imapUser || user || "", imapFolder || "INBOX"]);

/** Sets the account's order of preference; ids that are not its own are ignored. */
export async function orderInboxes(accountId: AccountId, ids: string[]): Promise<void> {
  await withAccount(accountId, async (tx) => {
    for (const [position, id] of ids.entries()) {
      await tx.update(inboxes).set({ position }).where(eq(inboxes.id, id));
    }
  });
}

/** Takes an inbox that nobody ever wrote through off the list. */
export async function removeInbox(accountId: AccountId, id: string, now: Date): Promise<void> {
  await withAccount(accountId, async (tx) => {
    const row = await lockedInbox(tx, id);
    const [used] = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(eq(conversations.inboxId, row.id))
      .limit(1);
    if (used) throw new AppError("conflict", "inbox_in_use");
    await tx.update(inboxes).set({ archivedAt: now }).where(eq(inboxes.id, row.id));
    await forgetMailbox(tx, row.id);
  });
}

async function lockedInbox(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(inboxes)
    .where(and(eq(inboxes.id, id), isNull(inboxes.archivedAt)))
    .for("update");
  return found(row);
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new AppError("not_found");
  return row;
}
