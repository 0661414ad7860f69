"use client";

import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { Hint } from "@/components/ui/tooltip";
import { useEditor } from "../editor/editor-scope";
import { FormatBar } from "./format-bar";
import { applyFormat, type Format } from "./formatting";
import { MarkedLayer } from "./marked-layer";
import { addFallback, type MarkedRange, markedRanges } from "./marked-ranges";
import { TextNotes } from "./text-notes";
import { insertVariable, outputOf } from "./typed-variable";
import { useMissingValues } from "./use-missing-values";
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
  const format = (kind: Format) => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? {};
    const next = applyFormat({ text: value, from: from ?? value.length, to: to ?? value.length }, kind);
    if (next.text.length > maxLength) return;
    onText(next.text);
    choose(next.from, next.to);
  };

  const described = [hint && !isReadOnly && `${id}-hint`, `${id}-notes`].filter(Boolean).join(" ");
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

  return (
    <div className="grid grid-cols-1 content-start gap-1.5">
      <Label id={`${id}-label`} htmlFor={id}>
        {label}
      </Label>
      <div className="relative">
        {isMultiline ? <Textarea {...control} rows={textRows(value)} /> : <Input {...control} />}
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
      {!isReadOnly && (
        <div className="-mt-1 -ml-1 flex flex-wrap items-center">
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
          {isFormatted && <FormatBar onFormat={format} />}
          {tools}
          {hint && (
            <p id={`${id}-hint`} className="ml-auto pl-2 text-muted-foreground text-xs">
              {hint}
            </p>
          )}
        </div>
      )}
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

/** What to underline, a moment behind the typing: a long text is looked through when the keys rest. */
function useMarks(value: string) {
  const { known } = useVariables();
  const text = useDeferredValue(value);
  const found = useMemo(() => markedRanges(text, known), [text, known]);
  const named = found.flatMap((range) => (range.tone === "amber" ? [range.variable] : []));
  const { counts, isAtRisk } = useMissingValues(named);
  const ranges = found.filter((range) => range.tone === "red" || isAtRisk(range.variable));
  return { text, ranges, missing: [...new Set(named)].filter(isAtRisk), counts };
}

function useRangeReason() {
  const problem = useTranslations("errors.publish");
  const t = useTranslations("step.variable");
  const { nameOf } = useVariables();
  return (range: MarkedRange): string => {
    if (range.tone === "amber") return t("noFallback", { variable: nameOf(range.variable) });
    const { code, line, column, variable, detail } = range.problem;
    return problem(code, { line, column, variable: variable ?? "", detail: detail ?? "" });
  };
}

/** Tall enough for what is written, between 4 and 14 lines; a line holds about 60 characters. */
function textRows(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0);
  return Math.min(Math.max(lines, 4), 14);
}

/** Chooses a part of the field, or puts the caret there, once the new text is in it. */
function useChoice(field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>) {
  const wanted = useRef<[number, number] | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(...wanted.current);
    wanted.current = null;
  });
  return (from: number, to: number) => {
    wanted.current = [from, to];
  };
}
