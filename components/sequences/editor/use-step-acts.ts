"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { toast } from "@/components/ui/toast";
import { MAX_STEPS } from "@/lib/core/model";
import {
  canAddStep,
  duplicateStep,
  indexOf,
  insertStep,
  moveStep,
  newStep,
  placeStep,
  removeStep,
} from "./draft";
import type { Place } from "./findings";
import type { Part } from "./parts";
import type { useDraft } from "./use-draft";
import { PANEL_ID } from "./use-part";

type Editing = Pick<ReturnType<typeof useDraft>, "change" | "undo" | "redo" | "latest">;

type Given = {
  editing: Editing;
  select: (part: Part | null, focus?: "line" | "panel") => void;
  selectPlace: (part: Part, place: Place) => void;
  announce: (words: string) => void;
};

/** What can be done to whole steps. Each shows the step that it was done to. */
export function useStepActs({ editing, select, selectPlace, announce }: Given) {
  const { change, undo, redo, latest } = editing;
  const t = useTranslations();

  const show = useCallback(
    (part: Part | null) => {
      if (part) select(part, isTypingIn(part) ? undefined : "line");
    },
    [select],
  );
  const back = useCallback(() => show(undo()), [show, undo]);
  const again = useCallback(() => show(redo()), [show, redo]);

  const acts = useMemo(() => {
    const place = (stepId: Part) => {
      const { steps } = latest.current.now;
      const position = indexOf(latest.current.now, stepId) + 1;
      announce(t("sequences.step.moved", { position, count: steps.length }));
    };
    return {
      insert: (index: number) => {
        const { now } = latest.current;
        if (!canAddStep(now)) return void toast(t("sequences.editor.limit", { max: MAX_STEPS }));
        const step = newStep(now, index);
        change((draft) => insertStep(draft, step, index));
        selectPlace(step.id, { stepId: step.id, field: "text" });
      },
      duplicate: (stepId: Part) => {
        change((draft) => duplicateStep(draft, stepId));
        const { now } = latest.current;
        select(now.steps[indexOf(now, stepId) + 1]?.id ?? stepId, "line");
      },
      move: (stepId: Part, by: -1 | 1) => {
        change((draft) => moveStep(draft, stepId, by));
        select(stepId, isTypingIn(stepId) ? undefined : "line");
        place(stepId);
      },
      drop: (stepId: Part, toIndex: number) => {
        change((draft) => placeStep(draft, stepId, toIndex));
        select(stepId);
      },
      remove: (stepId: Part) => {
        const index = indexOf(latest.current.now, stepId);
        const step = latest.current.now.steps[index];
        if (!step) return;
        change((draft) => removeStep(draft, stepId));
        const { steps } = latest.current.now;
        select((steps[index] ?? steps.at(-1))?.id ?? "enters", "line");
        toast(t("sequences.step.deleted", { number: index + 1 }), {
          action: {
            label: t("common.undo"),
            onClick: () => {
              // Whatever was done since stays.
              change((draft) =>
                indexOf(draft, stepId) >= 0
                  ? draft
                  : insertStep(draft, step, Math.min(index, draft.steps.length)),
              );
              select(stepId, "line");
            },
          },
        });
      },
    };
  }, [t, change, select, selectPlace, announce, latest]);

  return { ...acts, undo: back, redo: again };
}

/** Whether the focus is among the fields of this part, which stay: then nothing may take it away. */
function isTypingIn(part: Part): boolean {
  const panel = document.getElementById(PANEL_ID);
  return panel?.dataset.part === part && panel.contains(document.activeElement);
}
