import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Clock } from "@/lib/engine/clock";
import { loadMaestro } from "@/lib/engine/maestro";
import { rewriteDraft } from "@/lib/engine/rewrite-draft";
import { AppError } from "@/lib/errors";
import type { RegenerateResult } from "./schema";

type Wish = { id: string; revision: number; remark: string | null; actorId: string };

/** Asked where the person says nothing. */
const IN_OTHER_WORDS = "Say it in other words.";

/**
 * Has Maestro write the draft again by what is known now. Whoever decides meanwhile wins, and what was written is thrown
 * away. Throws as approving does, and `unavailable` where Maestro is off.
 */
export async function regenerateDraft(
  accountId: AccountId,
  { remark, ...wish }: Wish,
  clock: Clock,
): Promise<RegenerateResult> {
  const maestro = await withAccountSql(accountId, async (tx) => {
    const [draft] = await tx`select id from drafts where id = ${wish.id}`;
    if (!draft) throw new AppError("not_found");
    return loadMaestro(tx);
  });
  if (!maestro?.isOn) throw new AppError("unavailable", "maestro_off");
  const rewritten = await rewriteDraft(accountId, { ...wish, remark: remark || IN_OTHER_WORDS }, clock);
  if (rewritten.kind === "unwritten") return rewritten;
  return { kind: "done", id: wish.id, revision: rewritten.revision, verdict: "open", actId: null };
}
