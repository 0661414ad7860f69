"use client";

import type { Step } from "@/lib/core/model";
import { changeStep } from "../editor/draft";
import { useEditor } from "../editor/editor-scope";
import { ContentFields } from "./content-fields";
import { ContentType } from "./content-type";
import { MessageBubble } from "./message-bubble";
import { WaitFields } from "./wait-fields";
import { WindowFields } from "./window-fields";

/** Everything of one step, beside the line of steps. */
export function StepPanel({ step, index }: { step: Step; index: number }) {
  const { change, isReadOnly } = useEditor();
  const edit = (changed: Partial<Step>) => change((draft) => changeStep(draft, step.id, changed));
  return (
    <fieldset disabled={isReadOnly} className="grid min-w-0 gap-4">
      <WaitFields step={step} onEdit={edit}>
        <ContentType step={step} onEdit={edit} />
      </WaitFields>
      <ContentFields step={step} onEdit={edit} />
      <WindowFields step={step} onEdit={edit} />
      <MessageBubble step={step} number={index + 1} />
    </fieldset>
  );
}
