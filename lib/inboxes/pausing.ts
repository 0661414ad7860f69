import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { driverOf } from "@/lib/channels/registry";
import { driverInbox, type InboxRow } from "@/lib/engine/inbox";
import { resumeInbox as resume } from "@/lib/engine/inbox-health";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

type Acting = { id: string; actorId: string; now: Date };

/** A person pauses an inbox: it stays so until a person resumes it. Throws `not_found`. */
export const pauseInbox = (
  accountId: AccountId,
  { id, now }: { id: string; now: Date },
): Promise<{ changed: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ status: string }[]>`
      select status from inboxes where id = ${id} and archived_at is null for update`;
    if (!row) throw new AppError("not_found");
    if (row.status === "paused") return { changed: false };
    await tx`
      update inboxes set status = 'paused', paused_by = 'person', paused_at = ${now}, paused_because = null
      where id = ${id}`;
    return { changed: true };
  });

/** Whoever paused it; why is forgotten. Throws `not_found`. */
export const resumeInbox = (
  accountId: AccountId,
  { id, actorId, now }: Acting,
): Promise<{ changed: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx`select from inboxes where id = ${id} and archived_at is null`;
    if (!row) throw new AppError("not_found");
    return resume(tx, accountId, { inboxId: id, by: "person", actorId, now });
  });

/** After its settings were saved: one that the engine had paused goes on where its provider takes them. */
export async function resumeIfMended(accountId: AccountId, { id, actorId, now }: Acting): Promise<boolean> {
  const [row] = await withAccountSql(
    accountId,
    (tx) => tx<InboxRow[]>`
      select * from inboxes
      where id = ${id} and archived_at is null and status = 'paused' and paused_by = 'engine'`,
  );
  if (!row || !(await isWell(row))) return false;
  const { changed } = await withAccountSql(accountId, (tx) =>
    resume(tx, accountId, { inboxId: id, by: "person", actorId, now }),
  );
  return changed;
}

async function isWell(row: InboxRow): Promise<boolean> {
  try {
    const check = await driverOf(row.provider).checkConnection?.(driverInbox(row));
    return check?.ok ?? true;
  } catch (error) {
    log.warn({ inboxId: row.id, err: error }, "saved settings of a paused inbox do not work");
    return false;
  }
}
