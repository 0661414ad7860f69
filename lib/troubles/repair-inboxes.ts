import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { resumeInbox } from "@/lib/engine/inbox-health";
import { liftBlocks } from "@/lib/engine/step-blocks";
import { AppError } from "@/lib/errors";
import { type Repairing, remember } from "./remember";
import type { Repaired } from "./schema";

/** Lets one paused inbox, or all of them, send again. Throws `not_found` for one that the account has not. */
export async function resumeInboxes(
  accountId: AccountId,
  { inboxId = null, ...by }: Repairing & { inboxId?: string | null | undefined },
): Promise<Repaired> {
  const resumed = await withAccountSql(accountId, async (tx) => {
    const inboxes = await tx<{ id: string; name: string }[]>`
      select id, name from inboxes
      where account_id = ${accountId} and archived_at is null
        and (id = ${inboxId}::uuid or (${inboxId}::uuid is null and status = 'paused')) order by id`;
    if (inboxId && inboxes.length === 0) throw new AppError("not_found");
    const done: string[] = [];
    for (const { id, name } of inboxes) {
      const { changed } = await resumeInbox(tx, accountId, { inboxId: id, by: "person", ...by });
      if (changed) done.push(name);
    }
    return done;
  });
  const name = resumed.join(", ");
  return remember(accountId, {
    ...by,
    code: "inboxes_paused",
    repaired: resumed.length,
    isMore: false,
    name,
  });
}

/** Lets the runs try every blocked step again, as whoever mended them outside says. */
export async function liftAllBlocks(accountId: AccountId, by: Repairing): Promise<Repaired> {
  const repaired = await withAccountSql(accountId, async (tx) => {
    const blocks = await tx<{ stepId: string; inboxId: string }[]>`
      select distinct step_id as "stepId", inbox_id as "inboxId" from step_blocks
      where account_id = ${accountId} and lifted_at is null order by 1, 2`;
    let lifted = 0;
    for (const block of blocks) lifted += await liftBlocks(tx, accountId, { ...block, ...by });
    return lifted;
  });
  return remember(accountId, { ...by, code: "steps_blocked", repaired, isMore: false });
}
