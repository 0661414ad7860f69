import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { DraftStatus } from "@/lib/core/model-maestro";
import { readOpen } from "./data";
import { verdictOf } from "./listed";
import type { DraftChanges } from "./schema";

type Asked = { userId: string; draftId: string | null; now: Date };

/** What a screen asks every moment, to read more only when something has changed. */
export const draftChanges = (accountId: AccountId, { userId, draftId, now }: Asked): Promise<DraftChanges> =>
  withAccountSql(accountId, async (tx) => {
    const [open, decided, drafts] = await Promise.all([
      readOpen(tx, { userId, now }),
      tx<{ at: Date | null }[]>`
        select max(decided_at) as at from drafts
        where account_id = (select current_setting('app.account_id')::uuid) and decided_at is not null`,
      draftId
        ? tx<{ id: string; revision: number; status: DraftStatus }[]>`
            select id, revision, status from drafts where id = ${draftId}`
        : [],
    ]);
    const [draft] = drafts;
    return {
      stamp: `${open.mark} ${decided[0]?.at?.toISOString() ?? ""}`,
      counts: open.counts,
      draft: draft ? { id: draft.id, revision: draft.revision, verdict: verdictOf(draft.status) } : null,
    };
  });
