"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { HsmTemplate } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId, useFieldProblems } from "../editor/findings";
import { VariableText } from "./variable-text";

export const emptyTemplate = (): HsmTemplate => ({ name: "", language: "", parameters: [] });

const MAX_PARAMETERS = 20;

type TemplateFieldsProps = {
  place: { stepId: string; field: "template" | "windowClosed" };
  template: HsmTemplate;
  onTemplate: (template: HsmTemplate) => void;
};

/** A WhatsApp template as approved by Meta, and the values of its variables. */
export function TemplateFields({ place, template, onTemplate }: TemplateFieldsProps) {
  const t = useTranslations("sequences.template");
  const { isReadOnly } = useEditor();
  const problems = useFieldProblems(place);
  const { parameters } = template;
  const change = (index: number, text: string) =>
    onTemplate({ ...template, parameters: parameters.with(index, text) });

  return (
    <div id={placeId(place)} className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field label={t("name")} hint={t("nameHint")}>
          <Input
            value={template.name}
            maxLength={512}
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={problems.length > 0 || undefined}
            onChange={(event) => onTemplate({ ...template, name: event.target.value })}
          />
        </Field>
        <Field label={t("language")} hint={t("languageHint")}>
          <Input
            value={template.language}
            maxLength={15}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => onTemplate({ ...template, language: event.target.value })}
          />
        </Field>
      </div>
      <p className="text-muted-foreground text-xs">
        {parameters.length === 0 ? t("noParameters") : t("parameters")}
      </p>
      {parameters.map((parameter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its position alone
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <VariableText
              label={t("parameter", { number: index + 1 })}
              value={parameter}
              maxLength={1024}
              problems={[]}
              onText={(text) => change(index, text)}
            />
          </div>
          {!isReadOnly && (
            <Button
              variant="ghost"
              size="icon"
              className="mt-6"
              aria-label={t("removeParameter", { number: index + 1 })}
              onClick={() => onTemplate({ ...template, parameters: parameters.toSpliced(index, 1) })}
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
      {!isReadOnly && parameters.length < MAX_PARAMETERS && (
        <Button
          variant="outline"
          size="sm"
          className="justify-self-start"
          onClick={() => onTemplate({ ...template, parameters: [...parameters, ""] })}
        >
          <Plus aria-hidden /> {t("addParameter")}
        </Button>
      )}
    </div>
  );
}
