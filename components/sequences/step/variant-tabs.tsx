"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { useStep } from "./step-scope";
import { letterOf, percentsOf, variantsOf } from "./variants";

/** Which of the variants is looked at. */
export function VariantTabs() {
  const t = useTranslations("step.variants");
  const { step, variant, onVariant } = useStep();
  const variants = variantsOf(step);
  if (variants.length === 1) return null;
  const percents = percentsOf(variants.map(({ weight }) => weight));
  return (
    <Segmented
      label={t("shown")}
      isLabelHidden
      segments={variants.map(({ id }, index) => ({
        value: id,
        label: (
          <>
            {letterOf(index)}
            <span className="font-normal text-muted-foreground text-xs">
              {t("percent", { percent: percents[index] ?? 0 })}
            </span>
          </>
        ),
      }))}
      value={variant.id}
      onChange={onVariant}
    />
  );
}
