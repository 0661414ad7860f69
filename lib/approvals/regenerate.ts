import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { ask } from "@/lib/engine/compose-draft";
import { type Asking, loadAsking } from "@/lib/engine/draft-brief";
import { type DraftRow, draftColumns, expectOpen, lockDraft } from "@/lib/engine/draft-lock";
import { record } from "@/lib/engine/ledger";
import { loadMaestro, type Maestro } from "@/lib/engine/maestro";
import { readRuns } from "@/lib/engine/snapshot";
import { storableJson } from "@/lib/engine/storable";
import { AppError } from "@/lib/errors";
import type { Writing } from "@/lib/maestro/types";
import type { Deciding } from "./mutations";
import type { RegenerateResult } from "./schema";

type Wish = Deciding & { remark: string | null };

/**
 * Has Maestro write the draft again by what is known now. The model is asked outside of any transaction: whoever decides
 * meanwhile wins, and what was written is thrown away. Throws as approving does, and `unavailable` where Maestro is off.
 */
export async function regenerateDraft(accountId: AccountId, wish: Wish): Promise<RegenerateResult> {
  const { asking, maestro } = await withAccountSql(accountId, (tx) => prepare(tx, wish));
  const writing = await ask(accountId, asking, maestro, wish.now);
  const { outcome, text } = writing;
  if ((outcome !== "ok" && outcome !== "blocked") || text === "") return { kind: "unwritten", outcome };
  await withAccountSql(accountId, (tx) => keep(tx, accountId, { asking, writing, wish }));
  return { kind: "done", id: wish.id, revision: wish.revision + 1, verdict: "open", actId: null };
}

/** Asked where the person says nothing. */
const IN_OTHER_WORDS = "Say it in other words.";

async function prepare(
  tx: SqlTx,
  { id, revision, remark, now }: Wish,
): Promise<{ asking: Asking; maestro: Maestro }> {
  const [draft] = await tx<DraftRow[]>`select ${draftColumns(tx)} from drafts where id = ${id}`;
  if (!draft) throw new AppError("not_found");
  await expectOpen(tx, draft, revision);
  const [[run], maestro] = await Promise.all([readRuns(tx, [draft.enrollment_id]), loadMaestro(tx)]);
  if (!maestro?.isOn) throw new AppError("unavailable", "maestro_off");
  const { step_id: stepId, inbox_id: inboxId, text: previous } = draft;
  const asking =
    run &&
    (await loadAsking(tx, {
      ...{ facts: run.facts, stepId, inboxId, maestro, now },
      ...{ remark: remark ?? IN_OTHER_WORDS, previous },
    }));
  if (!asking) throw new AppError("conflict", "draft_changed");
  return { asking, maestro };
}

type Kept = { asking: Asking; writing: Writing; wish: Wish };

/** The deadline stays; why it came back is answered by what was written anew. */
async function keep(tx: SqlTx, accountId: AccountId, { asking, writing, wish }: Kept): Promise<void> {
  const { id, revision, remark, actorId, now } = wish;
  const { draft } = await lockDraft(tx, id);
  await expectOpen(tx, draft, revision);
  const { text, subject, findings, note } = writing;
  const kept = storableJson({ text, subject, findings, note, remark, facts: asking.basis.facts });
  await tx`
    update drafts d set text = r.text, subject = r.subject, written_text = r.text, written_subject = r.subject,
      facts = r.facts, findings = r.findings, note = r.note, remark = r.remark, vouched = '[]', origin = 'ai',
      fallback = null, returned = null, language = ${asking.brief.language}, revision = d.revision + 1,
      updated_at = ${now}
    from json_to_record(${kept}::text::json) as r(
      text text, subject text, findings jsonb, note text, remark text, facts jsonb)
    where d.id = ${id} and d.revision = ${revision} and d.status = 'open'`;
  const { enrollment_id: enrollmentId, step_id: stepId } = draft;
  const because = { code: "regenerated", data: { draftId: id, remark, findings: findings.length } };
  await record(tx, accountId, [{ at: now, kind: "drafted", enrollmentId, stepId, actorId, because }]);
}
