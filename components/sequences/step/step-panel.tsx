"use client";

import { useCallback, useState } from "react";
import type { Content, Step } from "@/lib/core/model";
import { changeStep } from "../editor/draft";
import { useEditor } from "../editor/editor-scope";
import { StepGroups } from "./step-groups";
import { StepPreview } from "./step-preview";
import { StepScopeProvider } from "./step-scope";
import { changeVariant, variantsOf } from "./variants";

/** Everything of one step, and below it what the contact will see of it. */
export function StepPanel({ step, index }: { step: Step; index: number }) {
  const { change, isReadOnly } = useEditor();
  const [chosen, setChosen] = useState(step.id);
  const edit = useCallback(
    (changed: Partial<Step>) => change((draft) => changeStep(draft, step.id, changed)),
    [change, step.id],
  );
  const variants = variantsOf(step);
  const found = variants.findIndex(({ id }) => id === chosen);
  const variantIndex = Math.max(found, 0);
  const variant = variants[variantIndex] ?? { id: step.id, weight: step.weight, content: step.content };
  const editContent = (content: Content) => edit(changeVariant(step, variant.id, { content }));

  return (
    <StepScopeProvider
      value={{ step, index, edit, variant, variantIndex, onVariant: setChosen, editContent }}
    >
      <fieldset disabled={isReadOnly} className="min-w-0">
        <StepGroups />
      </fieldset>
      <div className="-mx-4 -bottom-4 border-t bg-surface px-4 pt-3 pb-4 lg:[@media(min-height:56rem)]:sticky lg:[@media(min-height:56rem)]:max-h-[38dvh] lg:[@media(min-height:56rem)]:overflow-y-auto">
        <StepPreview />
      </div>
    </StepScopeProvider>
  );
}
