"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import type { WindowState } from "@/lib/core/window";
import { useEditor } from "../editor/editor-scope";
import { useStep } from "./step-scope";

type WindowChoice = Exclude<WindowState, "none">;

type WindowNoteProps = {
  state: WindowChoice;
  /** Null where nothing can be foretold. */
  forecast: WindowChoice | null;
  onState: (state: WindowChoice) => void;
};

const STATES = ["open", "closed"] as const;

/** Which of free text and template will probably be sent, and a look at the other. */
export function WindowNote({ state, forecast, onState }: WindowNoteProps) {
  const t = useTranslations("step.preview.window");
  const { step, variant } = useStep();
  const { filledFor } = useEditor();
  const { content } = variant;
  const isFree = content.type !== "template";
  if (!isFree && content.openText === undefined) return null;
  const outcome = isFree
    ? forecast === "open"
      ? "text"
      : step.windowClosed.do
    : forecast === "open"
      ? "text"
      : "template";
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="min-w-40 flex-1 text-muted-foreground text-xs">
        {forecast
          ? t(forecast, { name: filledFor ?? t("someone"), outcome: t(`outcome.${outcome}`) })
          : t("unknown")}
      </p>
      <Segmented
        label={t("label")}
        isLabelHidden
        segments={STATES.map((one) => ({ value: one, label: t(`states.${one}`) }))}
        value={state}
        onChange={onState}
      />
    </div>
  );
}
