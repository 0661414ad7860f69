"use client";

import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { Hint } from "@/components/ui/tooltip";
import { useEditor } from "../editor/editor-scope";
import { FormatBar } from "./format-bar";
import { applyFormat, type Format } from "./formatting";
import { MarkedLayer } from "./marked-layer";
import { addFallback } from "./marked-ranges";
import { TextNotes } from "./text-notes";
import { insertVariable, outputOf } from "./typed-variable";
import { useChoice } from "./use-choice";
import { useLatest } from "./use-latest";
import { useMarks, useRangeReason } from "./use-marks";
import { useVariableList } from "./use-variable-list";
import { useVariables } from "./use-variables";
import { VariableMenu } from "./variable-menu";

type VariableTextProps = {
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  isMultiline?: boolean;
  /** Shows the bar that writes WhatsApp's marks. */
  isFormatted?: boolean;
  /** Further acts on the text, at the end of the bar. */
  tools?: ReactNode;
  problems: string[];
  onText: (text: string) => void;
};

/** A text in which `{`, or the button, opens the list of variables. The caret stays in the text all along. */
export function VariableText(props: VariableTextProps) {
  const { label, hint, value, maxLength, isMultiline, isFormatted, tools, onText } = props;
  const t = useTranslations("step.variable");
  const { isReadOnly } = useEditor();
  const id = useId();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const choose = useChoice(field);
  const { fallbackOf } = useVariables();
  const list = useVariableList((variable) => {
    const caret = field.current?.selectionStart ?? value.length;
    write(insertVariable(value, caret, outputOf(variable, fallbackOf(variable))));
  });
  const { text, ranges, missing, counts } = useMarks(value);
  // Half a variable is no mistake while its other half is being chosen.
  const problems = list.isOpen ? [] : props.problems;
  const reasonOf = useRangeReason();

  function write({ text, caret }: { text: string; caret: number }) {
    if (text.length > maxLength) return;
    onText(text);
    choose(caret, caret);
  }
  const format = useLatest((kind: Format) => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? {};
    const next = applyFormat({ text: value, from: from ?? value.length, to: to ?? value.length }, kind);
    if (next.text.length > maxLength) return;
    onText(next.text);
    choose(next.from, next.to);
  });

  const hasHint = hint && !(isMultiline && isReadOnly);
  const described = [hasHint && `${id}-hint`, `${id}-notes`].filter(Boolean).join(" ");
  const control = {
    id,
    ref: field,
    value,
    maxLength,
    onKeyDown: list.onKey,
    onBlur: list.close,
    "aria-describedby": described,
    "aria-invalid": problems.length > 0 || undefined,
    "aria-autocomplete": "list" as const,
    "aria-controls": list.isOpen ? `${id}-variables` : undefined,
    "aria-activedescendant":
      list.isOpen && list.found.length > 0 ? `${id}-variables-${list.chosen}` : undefined,
    onChange: (event: { target: { value: string; selectionStart: number | null } }) => {
      onText(event.target.value);
      list.onTyped(event.target.value, event.target.selectionStart ?? event.target.value.length);
    },
  };

  const picker = (
    <Hint text={t("insert")}>
      <Button
        variant="ghost"
        size="icon-sm"
        className="text-muted-foreground"
        aria-label={t("insert")}
        aria-describedby={`${id}-label`}
        // The caret must stay where the variable will go.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          field.current?.focus();
          list.toggle();
        }}
      >
        <Braces aria-hidden />
      </Button>
    </Hint>
  );

  return (
    <div className="grid grid-cols-1 content-start gap-1.5">
      <Label id={`${id}-label`} htmlFor={id}>
        {label}
      </Label>
      <div className="relative">
        {isMultiline ? (
          <Textarea {...control} rows={textRows(value)} />
        ) : (
          <Input {...control} className={isReadOnly ? undefined : "pr-9"} />
        )}
        {!isMultiline && !isReadOnly && (
          <div className="absolute top-0.5 right-0.5 touch:top-1">{picker}</div>
        )}
        {ranges.length > 0 && !list.isOpen && (
          <MarkedLayer
            text={text}
            ranges={ranges}
            field={field}
            isMultiline={isMultiline}
            reasonOf={reasonOf}
          />
        )}
        {list.isOpen && (
          <VariableMenu
            id={`${id}-variables`}
            found={list.found}
            chosen={list.chosen}
            onChoose={list.insert}
          />
        )}
      </div>
      {isMultiline && !isReadOnly && (
        <div className="-mt-1 -ml-1 flex flex-wrap items-center">
          {picker}
          {isFormatted && <FormatBar onFormat={format} />}
          {tools}
          {hint && (
            <TextHint id={`${id}-hint`} className="ml-auto pl-2">
              {hint}
            </TextHint>
          )}
        </div>
      )}
      {!isMultiline && hint && <TextHint id={`${id}-hint`}>{hint}</TextHint>}
      <TextNotes
        id={`${id}-notes`}
        problems={problems}
        missing={list.isOpen ? [] : missing}
        counts={counts}
        onFallback={(variable) => write(addFallback(value, variable, fallbackOf({ name: variable }) ?? ""))}
      />
    </div>
  );
}

function TextHint({ id, className, children }: { id: string; className?: string; children: ReactNode }) {
  return (
    <p id={id} className={cn("text-muted-foreground text-xs", className)}>
      {children}
    </p>
  );
}

/** Tall enough for what is written, between 4 and 14 lines; a line holds about 60 characters. */
function textRows(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0);
  return Math.min(Math.max(lines, 4), 14);
}
