"use client";

import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { Variable } from "@/lib/core/variables";
import { useVariableNames } from "./use-variable-names";

type LibraryTextProps = {
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  variables: Variable[];
  isMultiline?: boolean;
  /** Of a text with several lines. */
  rows?: number;
  isReadOnly: boolean;
  problems: string[];
  onText: (text: string) => void;
};

/** A text with a menu of variables; the chosen one goes where the caret stood. */
export function LibraryText(props: LibraryTextProps) {
  const {
    label,
    hint,
    value,
    maxLength,
    variables,
    isMultiline,
    rows = 9,
    isReadOnly,
    problems,
    onText,
  } = props;
  const t = useTranslations("templates");
  const nameOf = useVariableNames(variables);
  const id = useId();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);

  const insert = ({ name }: Variable) => {
    const from = field.current?.selectionStart ?? value.length;
    const to = field.current?.selectionEnd ?? from;
    onText(`${value.slice(0, from)}{{ ${name} }}${value.slice(to)}`);
  };
  const control = {
    id,
    ref: field,
    value,
    maxLength,
    readOnly: isReadOnly,
    "aria-invalid": problems.length > 0 || undefined,
    "aria-describedby": problems.length > 0 ? `${id}-problems` : hint ? `${id}-hint` : undefined,
    onChange: (event: { target: { value: string } }) => onText(event.target.value),
  };
  return (
    <div className="grid content-start gap-1.5">
      <div className="flex min-h-5 items-center justify-between gap-2">
        <Label htmlFor={id}>{label}</Label>
        {!isReadOnly && (
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button
                variant="ghost"
                size="icon-sm"
                className="-my-1.5 text-muted-foreground"
                aria-label={`${t("insert")}: ${label}`}
              >
                <Braces aria-hidden />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent
              align="end"
              className="max-h-72"
              onCloseAutoFocus={(event) => {
                event.preventDefault();
                field.current?.focus();
              }}
            >
              {variables.map((variable) => (
                <DropdownMenuItem key={variable.name} onSelect={() => insert(variable)}>
                  <span className="min-w-0 flex-1 truncate">{nameOf(variable.name)}</span>
                  <code className="font-mono text-muted-foreground text-xs">{variable.name}</code>
                </DropdownMenuItem>
              ))}
            </DropdownMenuContent>
          </DropdownMenu>
        )}
      </div>
      {isMultiline ? <Textarea {...control} rows={rows} /> : <Input {...control} />}
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
