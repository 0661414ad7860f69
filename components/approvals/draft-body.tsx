"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { DraftDetail } from "@/lib/approvals/schema";
import type { Finding } from "@/lib/core/model-maestro";
import { DraftEditor } from "./draft-editor";
import { DraftHistory } from "./draft-history";
import { DraftOutlook } from "./draft-outlook";
import { FactList } from "./fact-list";
import { FindingList } from "./finding-list";
import type { DraftEdit } from "./use-edit";
import type { DraftRewrite } from "./use-rewrite";
import { useWhyWords } from "./use-why-words";
import { VerdictNote } from "./verdict-note";

type DraftBodyProps = {
  account: string;
  draft: DraftDetail;
  edit: DraftEdit;
  findings: Finding[];
  isSettled: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  vouchBox: RefObject<HTMLButtonElement | null>;
  rewrite: DraftRewrite;
  isOpen: boolean;
  onWake: () => void;
  onTakeBack: () => void;
};

/** Why it waits, the words, what is wrong with them, what they rest on, and what comes of it. */
export function DraftBody(props: DraftBodyProps) {
  const { draft, edit, findings, isSettled, field, vouchBox, rewrite, isOpen } = props;
  const t = useTranslations("approvals");
  const why = useWhyWords(draft.timeZone);
  const isReturned = draft.why.code === "returned";
  return (
    <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-4 py-3.5">
      {draft.verdict !== "open" && (
        <VerdictNote draft={draft} onTakeBack={props.onTakeBack} hasEdit={edit.isEdited} />
      )}
      {draft.verdict === "open" && isReturned && (
        <Alert tone="amber" title={t("why.returned")}>
          {why.long(draft.why)}
        </Alert>
      )}
      {edit.isOvertaken && draft.verdict === "open" && (
        <Alert
          role="alert"
          tone="amber"
          action={
            <Button size="sm" variant="outline" onClick={edit.drop}>
              {t("overtaken.take")}
            </Button>
          }
        >
          {t("overtaken.text")}
        </Alert>
      )}
      {draft.verdict === "open" && !isReturned && (
        <p className="flex items-start gap-1.5 text-muted-foreground text-xs">
          <Sparkles aria-hidden className="mt-0.5 size-3.5 shrink-0 text-violet" />
          <span>{why.long(draft.why)}</span>
        </p>
      )}
      {draft.note && (
        <Alert tone="violet" title={t("note")}>
          {draft.note}
        </Alert>
      )}
      <div className="grid gap-2">
        <DraftEditor {...{ draft, edit, findings, field }} isReadOnly={!isOpen || rewrite.isBusy} />
        {isOpen && <OtherWords draft={draft} edit={edit} rewrite={rewrite} />}
        <FindingList
          findings={findings}
          isSettled={isSettled}
          vouched={edit.vouched}
          onVouch={isOpen ? (vouched) => edit.change({ vouched }) : null}
          vouchBox={vouchBox}
        />
      </div>
      <DraftOutlook draft={draft} onWake={props.onWake} />
      <FactList facts={draft.facts} />
      <DraftHistory draft={draft} />
    </div>
  );
}

/** The words that could stand there instead, one click away. */
function OtherWords({ draft, edit, rewrite }: Pick<DraftBodyProps, "draft" | "edit" | "rewrite">) {
  const t = useTranslations("approvals.words");
  const { written, fallback } = draft;
  const isNow = (words: { text: string; subject: string | null } | null) =>
    words === null || (words.text === edit.text && words.subject === edit.subject);
  return (
    <div className="-ml-2 flex flex-wrap gap-x-1">
      {edit.isEdited && (
        <Button variant="ghost" size="sm" onClick={edit.drop}>
          {t("undoEdit")}
        </Button>
      )}
      {!isNow(written) && !(edit.isEdited && isNow(draft)) && written && (
        <Button variant="ghost" size="sm" onClick={() => edit.change(written)}>
          {t("written")}
        </Button>
      )}
      {!isNow(fallback) && (
        <Button
          variant="ghost"
          size="sm"
          disabled={rewrite.isBusy}
          onClick={() => void rewrite.chooseFallback()}
        >
          {t("fallback")}
        </Button>
      )}
    </div>
  );
}
