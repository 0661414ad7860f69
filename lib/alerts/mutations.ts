import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AlertKind } from "@/lib/core/model-inboxes";
import { resumeInbox } from "@/lib/engine/inbox-health";
import { liftBlocks } from "@/lib/engine/step-blocks";
import { AppError } from "@/lib/errors";
import { isDismissible } from "./words";

type Acting = { id: string; actorId: string; now: Date };

/** Somebody has read it. Throws `not_found`, and `conflict` for one that is over only when its cause is. */
export const dismissAlert = (accountId: AccountId, { id, now }: Acting): Promise<{ changed: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const alert = await found(tx, id);
    if (!isDismissible(alert.kind)) throw new AppError("conflict", "alert_lasts");
    const rows = await tx`
      update alerts set resolved_at = ${now} where id = ${id} and resolved_at is null returning id`;
    return { changed: rows.length > 0 };
  });

/** Lets the runs try the step that an alert is about again, as whoever mended it outside says. Throws `not_found`. */
export const liftBlockOf = (
  accountId: AccountId,
  { id, actorId, now }: Acting,
): Promise<{ lifted: number }> =>
  withAccountSql(accountId, async (tx) => {
    const { step_id: stepId, inbox_id: inboxId } = await found(tx, id);
    if (!stepId || !inboxId) throw new AppError("not_found");
    return { lifted: await liftBlocks(tx, accountId, { stepId, inboxId, actorId, now }) };
  });

/** Lets the inbox that an alert is about send again. Throws `not_found`. */
export const resumeInboxOf = (
  accountId: AccountId,
  { id, actorId, now }: Acting,
): Promise<{ changed: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const { inbox_id: inboxId } = await found(tx, id);
    if (!inboxId) throw new AppError("not_found");
    return resumeInbox(tx, accountId, { inboxId, by: "person", actorId, now });
  });

async function found(tx: Parameters<typeof liftBlocks>[0], id: string) {
  const [row] = await tx<{ kind: AlertKind; step_id: string | null; inbox_id: string | null }[]>`
    select kind, step_id, inbox_id from alerts where id = ${id}`;
  if (!row) throw new AppError("not_found");
  return row;
}
