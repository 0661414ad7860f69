"use client";

import { memo, useCallback, useMemo, useState } from "react";
import type { Content, Step } from "@/lib/core/model";
import { changeStep } from "../editor/draft";
import { EditorScopeProvider, useEditor } from "../editor/editor-scope";
import { useSettled } from "../use-settled";
import { StepGroups } from "./step-groups";
import { StepPreview } from "./step-preview";
import { type StepScope, StepScopeProvider } from "./step-scope";
import { changeVariant, variantsOf } from "./variants";

/** Everything of one step, and below it what the contact will see of it. */
export function StepPanel({ step, index }: { step: Step; index: number }) {
  const { change, isReadOnly } = useEditor();
  const [chosen, setChosen] = useState(step.id);
  const edit = useCallback(
    (changed: Partial<Step>) => change((draft) => changeStep(draft, step.id, changed)),
    [change, step.id],
  );
  const scope = useScope({ step, index, chosen, edit, onVariant: setChosen });
  const settled = useScope({ step: useSettled(step), index, chosen, edit, onVariant: setChosen });
  return (
    <EditorScopeProvider value={useSettledEditor()}>
      <StepScopeProvider value={scope}>
        <fieldset disabled={isReadOnly} className="min-w-0">
          <StepGroups />
        </fieldset>
      </StepScopeProvider>
      <StepScopeProvider value={settled}>
        <div className="-mx-4 -bottom-4 border-t bg-surface px-4 pt-3 pb-4 lg:[@media(min-height:56rem)]:sticky lg:[@media(min-height:56rem)]:max-h-[38dvh] lg:[@media(min-height:56rem)]:overflow-y-auto">
          <Preview />
        </div>
      </StepScopeProvider>
    </EditorScopeProvider>
  );
}

/** Filling in takes longer than a keystroke should. */
const Preview = memo(StepPreview);

type Given = Pick<StepScope, "step" | "index" | "edit" | "onVariant"> & { chosen: string };

function useScope({ step, index, chosen, edit, onVariant }: Given): StepScope {
  return useMemo(() => {
    const variants = variantsOf(step);
    const found = variants.findIndex(({ id }) => id === chosen);
    const variantIndex = Math.max(found, 0);
    const variant = variants[variantIndex] ?? { id: step.id, weight: step.weight, content: step.content };
    const editContent = (content: Content) => edit(changeVariant(step, variant.id, { content }));
    return { step, index, edit, variant, variantIndex, onVariant, editContent };
  }, [step, index, chosen, edit, onVariant]);
}

/** The editor with the draft as it was a moment ago: what the parts of a step ask of it is not about the typing. */
function useSettledEditor() {
  const editor = useEditor();
  const draft = useSettled(editor.draft);
  const { account, sequenceId, context, isReadOnly, change, findings, jumpTo, showsUnfinished } = editor;
  const { contact, filledFor, render } = editor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: all that the editor has but the draft of this moment
  return useMemo(
    () => ({ ...editor, draft }),
    [
      draft,
      account,
      sequenceId,
      context,
      isReadOnly,
      change,
      findings,
      jumpTo,
      showsUnfinished,
      contact,
      filledFor,
      render,
    ],
  );
}
