"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { MAX_HOLDOUT_PERCENT } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId, useFieldProblems } from "../editor/findings";
import { AmountInput } from "../step/amount-input";

/** A share of people who get nothing, so that the others can be compared with them. */
export function MeasurePanel() {
  const t = useTranslations("sequences.measure");
  const { draft, change, isReadOnly } = useEditor();
  const problems = useFieldProblems({ stepId: null, field: "holdoutPercent" });
  const percent = draft.holdoutPercent;
  return (
    <fieldset disabled={isReadOnly} className="grid gap-4">
      <p className="text-muted-foreground">{t("text")}</p>
      <div id={placeId({ stepId: null, field: "holdoutPercent" })}>
        <Field
          label={t("holdout")}
          hint={t("holdoutHint", { max: MAX_HOLDOUT_PERCENT })}
          error={problems}
          className="max-w-48"
        >
          <AmountInput
            value={percent}
            max={100}
            onAmount={(holdoutPercent) => change((latest) => ({ ...latest, holdoutPercent }))}
          />
        </Field>
      </div>
      <p>{percent === 0 ? t("off") : t("on", { percent, others: 100 - percent })}</p>
    </fieldset>
  );
}
