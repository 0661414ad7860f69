"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import type { Content } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { type ContentMemory, contentAs, remember } from "./content-memory";
import { useStep } from "./step-scope";
import { changeVariant } from "./variants";

const TYPES = ["text", "template", "rich"] as const;

/** By variant. They outlive the panel, which another step takes over when it is chosen. */
const memories = new Map<string, ContentMemory>();

/** What kind of message it is. Switching there and back loses nothing. */
export function ContentType() {
  const t = useTranslations("step.content");
  const { isReadOnly } = useEditor();
  const { step, variant, edit } = useStep();
  const { content } = variant;

  const change = (type: Content["type"]) => {
    if (type === content.type) return;
    const memory = remember(content, memories.get(variant.id) ?? {});
    const changed = changeVariant(step, variant.id, { content: contentAs(type, memory) });
    const others = [step, ...step.variants].filter(({ id }) => id !== variant.id);
    const isFreeText = type !== "template" || others.some((one) => one.content.type !== "template");
    // The rule for a closed window is one of free text only.
    memories.set(variant.id, isFreeText ? memory : { ...memory, windowClosed: step.windowClosed });
    const windowClosed = isFreeText ? (memory.windowClosed ?? step.windowClosed) : { do: "skip" as const };
    edit({ ...changed, windowClosed });
  };
  return (
    <Segmented
      label={t("type")}
      isLabelHidden
      segments={TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))}
      value={content.type}
      onChange={change}
      isDisabled={isReadOnly}
    />
  );
}
