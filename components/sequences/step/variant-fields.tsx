"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Label } from "@/components/ui/label";
import { MAX_WEIGHT } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId } from "../editor/findings";
import { AmountInput } from "./amount-input";
import { useStep, useVariantProblems } from "./step-scope";
import {
  addVariant,
  canAddVariant,
  changeVariant,
  letterOf,
  makeOnly,
  percentsOf,
  removeVariant,
  type StepVariant,
  variantsOf,
} from "./variants";

/** Several contents for one step, of which each run gets one by its share. */
export function VariantFields() {
  const t = useTranslations("step.variants");
  const { isReadOnly } = useEditor();
  const { step, variant, edit, onVariant } = useStep();
  const problems = useVariantProblems();
  const variants = variantsOf(step);
  const percents = percentsOf(variants.map(({ weight }) => weight));

  const add = () => {
    const added = addVariant(step, variant);
    edit(added);
    onVariant(added.variants?.at(-1)?.id ?? variant.id);
  };
  return (
    <div id={placeId({ stepId: step.id, field: "variants" })} className="grid gap-3">
      <p className="text-muted-foreground text-xs">{variants.length > 1 ? t("hint") : t("none")}</p>
      {variants.length > 1 && (
        <ul className="grid gap-1">
          {variants.map((one, index) => (
            <VariantRow key={one.id} variant={one} letter={letterOf(index)} percent={percents[index] ?? 0} />
          ))}
        </ul>
      )}
      {problems.map(({ index, text }) => (
        <FieldError key={`${index} ${text}`}>
          <button
            type="button"
            className="text-left hover:underline"
            onClick={() => onVariant(variants[index]?.id ?? step.id)}
          >
            {t("problem", { letter: letterOf(index), problem: text })}
          </button>
        </FieldError>
      ))}
      {!isReadOnly && canAddVariant(step) && (
        <Button variant="outline" size="sm" className="justify-self-start" onClick={add}>
          <Plus aria-hidden /> {t("add")}
        </Button>
      )}
    </div>
  );
}

type VariantRowProps = { variant: StepVariant; letter: string; percent: number };

function VariantRow({ variant, letter, percent }: VariantRowProps) {
  const t = useTranslations("step.variants");
  const { isReadOnly } = useEditor();
  const { step, edit, onVariant } = useStep();
  const id = `weight-${variant.id}`;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Label htmlFor={id} className="w-24">
        {t("weightOf", { letter })}
      </Label>
      <AmountInput
        id={id}
        className="w-18"
        value={variant.weight}
        max={MAX_WEIGHT}
        onAmount={(weight) => edit(changeVariant(step, variant.id, { weight }))}
      />
      <span className="w-12 text-muted-foreground">{t("percent", { percent })}</span>
      {!isReadOnly && (
        <span className="ml-auto flex">
          <Button
            variant="ghost"
            size="sm"
            aria-label={t("makeOnlyOf", { letter })}
            onClick={() => {
              edit(makeOnly(variant));
              onVariant(step.id);
            }}
          >
            {t("makeOnly")}
          </Button>
          <Button
            variant="ghost"
            size="sm"
            aria-label={t("removeOf", { letter })}
            onClick={() => edit(removeVariant(step, variant.id))}
          >
            {t("remove")}
          </Button>
        </span>
      )}
    </li>
  );
}
