"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { Step } from "@/lib/core/model";
import { emptyTemplate } from "./template-fields";

type ContentTypeProps = { step: Step; onEdit: (changed: Partial<Step>) => void };

export function ContentType({ step, onEdit }: ContentTypeProps) {
  const t = useTranslations("sequences.step");
  const { content } = step;
  /** What the other kind said, so that switching there and back loses nothing. */
  const other = useRef<Pick<Step, "content" | "windowClosed"> | null>(null);

  const change = (type: "text" | "template") => {
    if (type === content.type) return;
    const before = other.current;
    other.current = { content, windowClosed: step.windowClosed };
    if (before) onEdit(before);
    else if (type === "text") onEdit({ content: { type, text: "" } });
    // The rule for a closed window is one of free text only.
    else onEdit({ content: { type, template: emptyTemplate() }, windowClosed: { do: "skip" } });
  };

  return (
    <Field label={t("content")} className="min-w-32 flex-1">
      <NativeSelect
        value={content.type}
        onChange={(event) => change(event.target.value as "text" | "template")}
      >
        <option value="text">{t("contentText")}</option>
        <option value="template">{t("contentTemplate")}</option>
      </NativeSelect>
    </Field>
  );
}
