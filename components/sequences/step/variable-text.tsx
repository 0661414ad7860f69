"use client";

import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { Hint } from "@/components/ui/tooltip";
import type { Variable } from "@/lib/core/variables";
import { useEditor } from "../editor/editor-scope";
import { insertVariable, outputOf, typedVariable } from "./typed-variable";
import { useVariables } from "./use-variables";
import { VariableMenu } from "./variable-menu";

type VariableTextProps = {
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  isMultiline?: boolean;
  problems: string[];
  onText: (text: string) => void;
};

/** A text in which `{`, or the button, opens the list of variables. The caret stays in the text all along. */
export function VariableText(props: VariableTextProps) {
  const { label, hint, value, maxLength, isMultiline, onText } = props;
  const t = useTranslations("sequences.variable");
  const { isReadOnly } = useEditor();
  const id = useId();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const placeCaret = useCaret(field);
  const [query, setQuery] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const { find, fallbackOf } = useVariables();
  const found = query === null ? [] : find(query);
  const isOpen = query !== null && (found.length > 0 || query === "");
  // Half a variable is no mistake while its other half is being chosen.
  const problems = isOpen ? [] : props.problems;

  const ask = (next: string | null) => {
    setQuery(next);
    setChosen(0);
  };
  const type = (text: string, caret: number) => {
    onText(text);
    ask(typedVariable(text, caret)?.query ?? null);
  };
  const insert = (variable: Variable) => {
    const caret = field.current?.selectionStart ?? value.length;
    const next = insertVariable(value, caret, outputOf(variable.name, fallbackOf(variable)));
    onText(next.text);
    placeCaret(next.caret);
    ask(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.altKey) return;
    const variable = found[chosen];
    if (event.key === "Escape") ask(null);
    else if (event.key === "ArrowDown") setChosen((chosen + 1) % Math.max(found.length, 1));
    else if (event.key === "ArrowUp") setChosen((chosen - 1 + found.length) % Math.max(found.length, 1));
    else if ((event.key === "Enter" || event.key === "Tab") && variable) insert(variable);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const described = [hint && `${id}-hint`, problems.length > 0 && `${id}-problems`].filter(Boolean).join(" ");
  const control = {
    id,
    ref: field,
    value,
    maxLength,
    onKeyDown,
    onBlur: () => ask(null),
    "aria-describedby": described || undefined,
    "aria-invalid": problems.length > 0 || undefined,
    "aria-autocomplete": "list" as const,
    "aria-controls": isOpen ? `${id}-variables` : undefined,
    "aria-activedescendant": isOpen && found.length > 0 ? `${id}-variables-${chosen}` : undefined,
    onChange: (event: { target: { value: string; selectionStart: number | null } }) =>
      type(event.target.value, event.target.selectionStart ?? event.target.value.length),
  };

  return (
    <div className="grid content-start gap-1.5">
      <div className="flex min-h-5 items-center justify-between gap-2">
        <Label htmlFor={id}>{label}</Label>
        {!isReadOnly && (
          <Hint text={t("insert")}>
            <Button
              variant="ghost"
              size="icon-sm"
              className="-my-1.5 text-muted-foreground"
              aria-label={t("insert")}
              // The caret must stay where the variable will go.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                field.current?.focus();
                ask(isOpen ? null : "");
              }}
            >
              <Braces aria-hidden />
            </Button>
          </Hint>
        )}
      </div>
      <div className="relative">
        {isMultiline ? <Textarea {...control} rows={textRows(value)} /> : <Input {...control} />}
        {isOpen && <VariableMenu id={`${id}-variables`} found={found} chosen={chosen} onChoose={insert} />}
      </div>
      {problems.length > 0 ? (
        <div id={`${id}-problems`} className="grid gap-1">
          {problems.map((sentence) => (
            <FieldError key={sentence}>{sentence}</FieldError>
          ))}
        </div>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="text-muted-foreground text-xs">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

/** Tall enough for what is written, between 4 and 14 lines; a line holds about 60 characters. */
function textRows(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0);
  return Math.min(Math.max(lines, 4), 14);
}

/** Puts the caret where writing goes on, once the new text is in the field. */
function useCaret(field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>) {
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  return (caret: number) => {
    wanted.current = caret;
  };
}
