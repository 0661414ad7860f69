"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { HsmTemplate } from "@/lib/core/model";

type TemplateByHandProps = {
  template: HsmTemplate;
  isInvalid: boolean;
  /** Meta's list was read and does not have it. */
  isUnlisted: boolean;
  onTemplate: (template: HsmTemplate) => void;
};

/** A template that the list does not have, by the name that Meta knows it by. */
export function TemplateByHand({ template, isInvalid, isUnlisted, onTemplate }: TemplateByHandProps) {
  const t = useTranslations("step.template");
  const rename = (changed: Partial<Pick<HsmTemplate, "name" | "language">>) => {
    // The body belonged to the template of the old name.
    const { body: _, ...rest } = template;
    onTemplate({ ...rest, ...changed });
  };
  return (
    <div className="grid gap-3">
      {isUnlisted && <p className="text-amber text-xs">{t("unlisted")}</p>}
      <div className="flex flex-wrap gap-3">
        <Field label={t("name")} hint={t("nameHint")} className="min-w-48 flex-1">
          <Input
            value={template.name}
            maxLength={512}
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={isInvalid || undefined}
            onChange={(event) => rename({ name: event.target.value })}
          />
        </Field>
        <Field label={t("language")} hint={t("languageHint")} className="w-32">
          <Input
            value={template.language}
            maxLength={15}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => rename({ language: event.target.value })}
          />
        </Field>
      </div>
    </div>
  );
}
