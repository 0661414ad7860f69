import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import { saysOf } from "@/lib/core/guard/says";
import type { VettedFact } from "@/lib/core/model-maestro";
import { basisOf, instructionOf, loadEarlier, vouch } from "@/lib/engine/draft-guard";
import { type DraftRow, draftColumns } from "@/lib/engine/draft-lock";
import { readRuns } from "@/lib/engine/snapshot";
import { AppError } from "@/lib/errors";
import { earliestOf } from "./earliest";
import { readHistory } from "./history";
import { type ListedRow, listed, toItem } from "./listed";
import type { DraftDetail, DraftFact } from "./schema";

/** One draft with all that a person decides by, as it is known now. Throws AppError `not_found`. */
export const draftDetail = (accountId: AccountId, id: string, now: Date): Promise<DraftDetail> =>
  withAccountSql(accountId, async (tx) => {
    const [[row], [draft]] = await Promise.all([readItem(tx, id), readDraft(tx, id)]);
    if (!row || !draft) throw new AppError("not_found");
    const { enrollment_id: enrollmentId } = draft;
    const [[run], earlier, history] = await Promise.all([
      readRuns(tx, [enrollmentId], now),
      loadEarlier(tx, [enrollmentId]),
      readHistory(tx, { id, enrollmentId }),
    ]);
    if (!run) throw new AppError("not_found");
    const { facts } = run;
    const basis = basisOf(facts, draft, earlier.get(enrollmentId) ?? [], now);
    const { text, subject, written_text: writtenText, written_subject: writtenSubject } = draft;
    const isOpen = draft.status === "open";
    const { found, left } = vouch(basis, { text, subject }, draft.vouched);
    const findings = isOpen ? left : [];
    const rests = { facts: basis.facts, vouched: found.map(({ words }) => words) };
    return {
      ...toItem(row),
      findingCount: findings.length,
      ...{ text, subject, findings, history, language: draft.language, vouched: draft.vouched },
      needsSubject: draft.channel === "email",
      inboxName: row.inboxName,
      written: writtenText === null ? null : { text: writtenText, subject: writtenSubject },
      fallback: basis.fallback,
      instruction: instructionOf(facts, draft),
      facts: factsOf(isOpen ? basis.facts : draft.facts, draft.facts),
      note: row.note,
      remark: row.remark,
      conversationId: row.conversationId,
      earliest: earliestOf(facts, draft, isOpen ? rests : draft, now),
      isUndoable: draft.status === "approved" || (draft.status === "discarded" && !isPast(run.row, draft)),
      timeZone: accountZone(facts.settings),
    };
  });

type Item = ListedRow & {
  inboxName: string;
  note: string | null;
  remark: string | null;
  conversationId: string | null;
};

/** The thread with the contact in the inbox through which it goes out may be younger than the draft. */
const readItem = (tx: SqlTx, id: string) => tx<Item[]>`
  with page as (select * from drafts where id = ${id})
  select d.note, d.remark, (select i.name from inboxes i where i.id = d.inbox_id) as "inboxName",
    coalesce(d.conversation_id, (select t.id from conversations t
      where t.inbox_id = d.inbox_id and t.contact_id = d.contact_id)) as "conversationId", ${listed(tx)}`;

const readDraft = (tx: SqlTx, id: string) => tx<DraftRow[]>`
  select ${draftColumns(tx)} from drafts where id = ${id}`;

const isPast = (run: { status: string; step_id: string | null; step_epoch: number }, draft: DraftRow) =>
  run.status === "ended" || run.step_id !== draft.step_id || run.step_epoch !== draft.step_epoch;

/** What the texts of the account may rely on now, beside what it was when this one was written. */
function factsOf(now: readonly VettedFact[], then: readonly VettedFact[]): DraftFact[] {
  const saidOf = new Map(then.map((fact) => [fact.name, saysOf(fact)]));
  return now.map((fact) => {
    const says = saysOf(fact);
    const said = saidOf.get(fact.name) ?? "";
    return { name: fact.name, kind: fact.kind, says, said: said === says ? null : said };
  });
}
