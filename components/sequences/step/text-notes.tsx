"use client";

import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { FieldError } from "@/components/ui/field";
import type { MissingValue, MissingValues } from "@/lib/sequences/schema";
import { useEditor } from "../editor/editor-scope";
import { useVariables } from "./use-variables";

type TextNotesProps = {
  id: string;
  problems: string[];
  /** Variables that the text prints without a fallback, and how many have no value for them. */
  missing: string[];
  counts: MissingValues;
  onFallback: (variable: string) => void;
};

/** What is underlined in a text, in words. */
export function TextNotes({ id, problems, missing, counts, onFallback }: TextNotesProps) {
  if (problems.length + missing.length === 0) return <div id={id} hidden />;
  return (
    <div id={id} className="grid gap-1">
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
      {missing.map((variable) => (
        <MissingNote
          key={variable}
          variable={variable}
          count={counts[variable]}
          onFallback={() => onFallback(variable)}
        />
      ))}
    </div>
  );
}

type MissingNoteProps = {
  variable: string;
  count: MissingValue | undefined;
  onFallback: () => void;
};

function MissingNote({ variable, count, onFallback }: MissingNoteProps) {
  const t = useTranslations("step.variable");
  const format = useFormatter();
  const { isReadOnly } = useEditor();
  const { nameOf } = useVariables();
  const name = nameOf(variable);
  const sentence = count
    ? t(`missing.${count.kind}`, {
        variable: name,
        missing: count.missing,
        of: format.number(count.of),
        isSample: String(count.isSample),
      })
    : t("noFallback", { variable: name });
  return (
    <p className="flex flex-wrap items-start gap-x-1 text-amber text-xs">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 flex-1">
        {sentence}{" "}
        {!isReadOnly && (
          <button
            type="button"
            className="font-medium underline underline-offset-2"
            aria-label={t("addFallbackFor", { variable: name })}
            onClick={onFallback}
          >
            {t("addFallback")}
          </button>
        )}
      </span>
    </p>
  );
}
