"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import type { HsmTemplate } from "@/lib/core/model";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { useEditor } from "../editor/editor-scope";
import { getJson } from "../get-json";
import { TemplateByHand } from "./template-by-hand";
import { TemplateFacts } from "./template-facts";
import { TemplateParameters } from "./template-parameters";
import { TemplatePicker } from "./template-picker";

/** Of the few templates with a head or buttons that take a value. */
const TemplateExtras = dynamic(() => import("./template-extras").then((module) => module.TemplateExtras), {
  ssr: false,
});

export const emptyTemplate = (): HsmTemplate => ({ name: "", language: "", parameters: [] });

type TemplateFieldsProps = {
  template: HsmTemplate;
  problems: string[];
  onTemplate: (template: HsmTemplate) => void;
};

/** A WhatsApp template as approved by Meta, from the list or by hand, and the values of its variables. */
export function TemplateFields({ template, problems, onTemplate }: TemplateFieldsProps) {
  const t = useTranslations("step.template");
  const { account, isReadOnly } = useEditor();
  const { data, isError } = useQuery({
    queryKey: ["hsm-templates", account],
    queryFn: () => getJson<HsmTemplateListed[]>(`/api/a/${account}/hsm-templates`),
    staleTime: 60_000,
    retry: false,
  });
  const all = data ?? (isError ? [] : undefined);
  const [wantsHand, setWantsHand] = useState(false);
  const listed = all?.find(({ name, language }) => name === template.name && language === template.language);
  const isEmpty = all !== undefined && all.length === 0;
  const isUnlisted = all !== undefined && template.name !== "" && !listed;
  const isByHand = wantsHand || isEmpty || isUnlisted;
  const isInvalid = problems.length > 0;
  const hasExtras =
    isByHand ||
    template.header !== undefined ||
    (listed?.needs.buttons.some(({ type }) => type !== null) ?? false);

  return (
    <div className="grid grid-cols-1 gap-3">
      {!all && <Skeleton className="h-8" />}
      {all && !isEmpty && (
        <div className="flex flex-wrap items-center gap-2">
          <TemplatePicker
            templates={all}
            template={template}
            isInvalid={isInvalid}
            onTemplate={(chosen) => {
              setWantsHand(false);
              onTemplate(chosen);
            }}
          />
          {!isByHand && !isReadOnly && (
            <Button variant="ghost" size="sm" onClick={() => setWantsHand(true)}>
              {t("byHand")}
            </Button>
          )}
        </div>
      )}
      {isEmpty && !isReadOnly && <p className="text-muted-foreground text-xs">{t("noneSynced")}</p>}
      {listed && !wantsHand && <TemplateFacts listed={listed} />}
      {isByHand && (
        <TemplateByHand
          template={template}
          isInvalid={isInvalid}
          isUnlisted={isUnlisted && !isEmpty && !wantsHand}
          onTemplate={onTemplate}
        />
      )}
      {(template.name !== "" || isByHand) && (
        <TemplateParameters
          template={template}
          examples={listed?.parameters.map(({ example }) => example) ?? []}
          isFixed={!isByHand}
          onTemplate={onTemplate}
        />
      )}
      {hasExtras && (
        <TemplateExtras template={template} listed={listed} isFixed={!isByHand} onTemplate={onTemplate} />
      )}
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
    </div>
  );
}
