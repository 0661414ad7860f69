import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Finding } from "@/lib/core/model-maestro";
import { basisOf, loadEarlier, vouch } from "@/lib/engine/draft-guard";
import { type DraftRow, draftColumns } from "@/lib/engine/draft-lock";
import { readRuns } from "@/lib/engine/snapshot";
import { AppError } from "@/lib/errors";

type Typed = { id: string; text: string; subject: string | null; vouched: string[]; now: Date };

/** What the guard finds in a text while it is being typed. Throws `not_found`. */
export const checkDraftText = (
  accountId: AccountId,
  { id, text, subject, vouched, now }: Typed,
): Promise<{ findings: Finding[] }> =>
  withAccountSql(accountId, async (tx) => {
    const [draft] = await tx<DraftRow[]>`select ${draftColumns(tx)} from drafts where id = ${id}`;
    if (!draft) throw new AppError("not_found");
    const { enrollment_id: enrollmentId } = draft;
    const [[run], earlier] = await Promise.all([
      readRuns(tx, [enrollmentId]),
      loadEarlier(tx, [enrollmentId]),
    ]);
    if (!run) throw new AppError("not_found");
    const basis = basisOf(run.facts, draft, earlier.get(enrollmentId) ?? [], now);
    const said = { text, subject: draft.channel === "email" ? subject : null };
    return { findings: vouch(basis, said, vouched).left };
  });
