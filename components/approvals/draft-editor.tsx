"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useId, useRef } from "react";
import { MarkedLayer } from "@/components/sequences/step/marked-layer";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { DraftDetail } from "@/lib/approvals/schema";
import type { Finding } from "@/lib/core/model-maestro";
import { findingRanges, isHard } from "./finding-spans";
import type { DraftEdit } from "./use-edit";
import { useFindingWords } from "./use-finding-words";

type DraftEditorProps = {
  draft: DraftDetail;
  edit: DraftEdit;
  findings: Finding[];
  field: RefObject<HTMLTextAreaElement | null>;
  isReadOnly: boolean;
};

const MAX_TEXT = 20_000;
const MAX_SUBJECT = 1_000;

/** The words that go out, to be typed in at once; what the guard found in them is underlined. */
export function DraftEditor({ draft, edit, findings, field, isReadOnly }: DraftEditorProps) {
  const t = useTranslations("approvals.editor");
  const id = useId();
  const subjectField = useRef<HTMLInputElement>(null);
  const words = useFindingWords();
  const reasonOf = ({ finding }: { finding: Finding }) => words.sentence(finding);
  const subject = edit.subject ?? "";
  const leave = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape") return;
    event.currentTarget.blur();
    event.stopPropagation();
  };
  const isWrong = (part: Finding["part"]) =>
    findings.some((finding) => finding.part === part && isHard(finding)) || undefined;
  const ranges = findingRanges(findings, "text", edit.text.length);
  const ofSubject = findingRanges(findings, "subject", subject.length);
  return (
    <div className="grid gap-3">
      {draft.needsSubject && (
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-subject`}>{t("subject")}</Label>
          <div className="relative">
            <Input
              id={`${id}-subject`}
              ref={subjectField}
              value={subject}
              maxLength={MAX_SUBJECT}
              readOnly={isReadOnly}
              aria-invalid={isWrong("subject")}
              aria-describedby="draft-findings"
              onKeyDown={leave}
              onChange={({ target }) => edit.change({ subject: target.value })}
            />
            {ofSubject.length > 0 && (
              <MarkedLayer text={subject} ranges={ofSubject} field={subjectField} reasonOf={reasonOf} />
            )}
          </div>
        </div>
      )}
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-text`} className={draft.needsSubject ? undefined : "sr-only"}>
          {t("text")}
        </Label>
        <div className="relative">
          <Textarea
            id={`${id}-text`}
            ref={field}
            value={edit.text}
            maxLength={MAX_TEXT}
            rows={textRows(edit.text)}
            readOnly={isReadOnly}
            aria-invalid={isWrong("text")}
            aria-describedby="draft-findings"
            onKeyDown={leave}
            onChange={({ target }) => edit.change({ text: target.value })}
            className="leading-5.5"
          />
          {ranges.length > 0 && (
            <MarkedLayer text={edit.text} ranges={ranges} field={field} isMultiline reasonOf={reasonOf} />
          )}
        </div>
      </div>
    </div>
  );
}

/** Tall enough for what is written, between 5 and 16 lines; a line holds about 50 characters. */
function textRows(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 50), 0);
  return Math.min(Math.max(lines + 1, 5), 16);
}
