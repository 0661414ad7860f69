"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { HsmTemplate } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { MAX_PARAMETERS } from "./template-choice";
import { VariableText } from "./variable-text";

type TemplateParametersProps = {
  template: HsmTemplate;
  /** What Meta was shown as an example of each. */
  examples: string[];
  /** The template says how many there are. */
  isFixed: boolean;
  onTemplate: (template: HsmTemplate) => void;
};

/** The value of each variable of the template: fixed text, a variable, or both. */
export function TemplateParameters({ template, examples, isFixed, onTemplate }: TemplateParametersProps) {
  const t = useTranslations("step.template");
  const { isReadOnly } = useEditor();
  const { parameters, parameterNames } = template;
  const labelOf = (index: number) => {
    const name = parameterNames?.[index];
    return name ? t("named", { name }) : t("parameter", { number: index + 1 });
  };
  const remove = (index: number) => {
    const names = parameterNames?.toSpliced(index, 1);
    onTemplate({
      ...template,
      parameters: parameters.toSpliced(index, 1),
      ...(names && { parameterNames: names }),
    });
  };
  return (
    <div className="grid grid-cols-1 gap-3">
      {parameters.length === 0 && <p className="text-muted-foreground text-xs">{t("noParameters")}</p>}
      {parameters.map((parameter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its position alone
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <VariableText
              label={labelOf(index)}
              hint={examples[index] ? t("example", { example: examples[index] }) : undefined}
              value={parameter}
              maxLength={1024}
              problems={[]}
              onText={(text) => onTemplate({ ...template, parameters: parameters.with(index, text) })}
            />
          </div>
          {!isFixed && !isReadOnly && (
            <Button
              variant="ghost"
              size="icon"
              className="mt-6.5 text-muted-foreground"
              aria-label={t("removeParameter", { number: index + 1 })}
              onClick={() => remove(index)}
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {!isFixed && !isReadOnly && !parameterNames && parameters.length < MAX_PARAMETERS && (
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
