"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MAX_STEPS, type SequenceDraft, type Step } from "@/lib/core/model";
import { canAddStep, duplicateStep, indexOf, insertStep, moveStep, newStep, removeStep } from "./draft";
import { useEditor } from "./editor-scope";
import { placeId } from "./findings";
import { StepItem } from "./step-item";
import { momentsOf } from "./timeline";

export function StepList({ draft }: { draft: SequenceDraft }) {
  const t = useTranslations();
  const { change, isReadOnly } = useEditor();
  const [announced, setAnnounced] = useState("");
  const keepFocus = useFocusKeeper(draft);
  const moments = momentsOf(draft.steps);

  const add = () => {
    change((latest) => {
      const step = newStep(latest);
      keepFocus(() => focusStep(step.id));
      return insertStep(latest, step, latest.steps.length);
    });
  };
  const move = (step: Step, by: -1 | 1) => {
    const active = document.activeElement;
    keepFocus(() => active instanceof HTMLElement && active.focus());
    change((latest) => moveStep(latest, step.id, by));
    const position = Math.min(Math.max(indexOf(draft, step.id) + by, 0), draft.steps.length - 1) + 1;
    setAnnounced(t("sequences.step.moved", { position, count: draft.steps.length }));
  };
  const remove = (step: Step) => {
    const index = indexOf(draft, step.id);
    change((latest) => removeStep(latest, step.id));
    toast(t("sequences.step.deleted", { number: index + 1 }), {
      action: {
        label: t("common.undo"),
        onClick: () => change((latest) => insertStep(latest, step, Math.min(index, latest.steps.length))),
      },
    });
  };

  return (
    <div id={placeId({ stepId: null, field: "steps" })} className="grid gap-3">
      {draft.steps.length === 0 && (
        <EmptyState
          title={t("sequences.editor.noSteps")}
          className="max-w-none rounded-lg border border-dashed py-8"
        >
          {t("sequences.editor.noStepsText")}
        </EmptyState>
      )}
      <ol className="grid">
        {draft.steps.map((step, index) => (
          <StepItem
            key={step.id}
            step={step}
            index={index}
            count={draft.steps.length}
            moment={moments[index]}
            onMove={(by) => move(step, by)}
            onDuplicate={() => change((latest) => duplicateStep(latest, step.id))}
            onDelete={() => remove(step)}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="outline" onClick={add} disabled={!canAddStep(draft)}>
            <Plus aria-hidden /> {t("sequences.editor.addStep")}
          </Button>
          <p className="text-muted-foreground text-xs">
            {canAddStep(draft)
              ? draft.steps.length > 1 && t("sequences.step.keys")
              : t("sequences.editor.limit", { max: MAX_STEPS })}
          </p>
        </div>
      )}
      <p role="status" className="sr-only">
        {announced}
      </p>
    </div>
  );
}

/** Runs once after the steps have changed: an element that moves in the page loses its focus. */
function useFocusKeeper(draft: SequenceDraft) {
  const restore = useRef<(() => void) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps are what must have changed
  useEffect(() => {
    restore.current?.();
    restore.current = null;
  }, [draft.steps]);
  return (act: () => void) => {
    restore.current = act;
  };
}

function focusStep(stepId: string) {
  const text = document.getElementById(placeId({ stepId, field: "text" }));
  text?.scrollIntoView({ block: "nearest" });
  text?.querySelector("textarea")?.focus({ preventScroll: true });
}
