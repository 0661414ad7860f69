import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { expiryOf } from "@/lib/core/draft";
import type { AiOutcome } from "@/lib/core/model-maestro";
import { AppError } from "@/lib/errors";
import type { Clock } from "./clock";
import { ask } from "./compose-draft";
import { loadAsking } from "./draft-brief";
import { type DraftRow, expectOpen, lockDraft } from "./draft-lock";
import { outcomeOf } from "./draft-outcome";
import { writeDraft } from "./draft-record";
import { loadMaestro } from "./maestro";

type Wish = {
  id: string;
  /** As the person read it. */
  revision: number;
  /** What should be different. */
  remark: string | null;
  actorId: string;
};
export type Rewritten = { kind: "written"; revision: number } | { kind: "unwritten"; outcome: AiOutcome };

/**
 * Has a draft that waits for a person written again, as they wish. The model is asked between two looks at the draft: one
 * that was decided, edited or withdrawn meanwhile stays as it is. Throws `not_found`, `conflict` as decisions do, and
 * `unwritten` with the outcome where the model gave nothing: the draft is as it was.
 */
export async function rewriteDraft(accountId: AccountId, wish: Wish, clock: Clock): Promise<Rewritten> {
  const prepared = await withAccountSql(accountId, async (tx) => {
    const { run, draft } = await lockDraft(tx, wish.id);
    await expectOpen(tx, draft, wish.revision);
    const maestro = await loadMaestro(tx);
    if (!maestro?.isOn) return null;
    const about = { facts: run.facts, stepId: draft.step_id, inboxId: draft.inbox_id, maestro };
    const previous = draft.text || null;
    const asking = await loadAsking(tx, {
      ...{ ...about, remark: wish.remark ?? "", previous, now: clock() },
    });
    return asking && { asking, maestro };
  });
  if (!prepared) return { kind: "unwritten", outcome: "unavailable" };
  const { asking, maestro } = prepared;
  const writing = await ask(accountId, asking, maestro, clock());
  if (writing.outcome !== "ok" && writing.outcome !== "blocked") {
    return { kind: "unwritten", outcome: writing.outcome };
  }
  return withAccountSql(accountId, async (tx) => {
    const now = clock();
    const { run, draft } = await lockDraft(tx, wish.id);
    await expectOpen(tx, draft, wish.revision);
    const { brief, basis, step, threadId } = asking;
    // It waits for a person whatever its step does without one.
    const words = outcomeOf(writing, { mode: "ai_assisted", basis, attempts: 1, dueAt: now, now });
    const written = await writeDraft(
      tx,
      accountId,
      {
        ...{ enrollmentId: run.row.id, stepId: step.id, stepEpoch: draft.step_epoch, threadId, ...at(draft) },
        ...{ mode: brief.mode, language: brief.language, remark: wish.remark, expiry: expiryOf(step) },
        ...{ revision: wish.revision, ...words },
      },
      {
        ...{ actorId: wish.actorId, defaultAssigneeId: run.facts.sequence.snapshot.defaultAssigneeId },
        ...{ defaultApproverId: maestro.config.defaultApproverId, now },
      },
    );
    if (!written) throw new AppError("conflict", "draft_changed");
    return { kind: "written", revision: written.revision };
  });
}

const at = ({ inbox_id: inboxId, channel, due_at: dueAt }: DraftRow) => ({ inboxId, channel, dueAt });
