"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { Content, Step } from "@/lib/core/model";
import { useEditor } from "./editor-scope";
import { placeId, useFieldProblems } from "./findings";
import { emptyTemplate, TemplateFields } from "./template-fields";
import { VariableText } from "./variable-text";

type ContentFieldsProps = { step: Step; onEdit: (changed: Partial<Step>) => void };

export function ContentFields({ step, onEdit }: ContentFieldsProps) {
  const t = useTranslations("sequences.step");
  const { content } = step;
  /** What the other kind said, so that switching there and back loses nothing. */
  const other = useRef<Pick<Step, "content" | "windowClosed"> | null>(null);

  const changeType = (type: Content["type"]) => {
    if (type === content.type) return;
    const before = other.current;
    other.current = { content, windowClosed: step.windowClosed };
    if (before) onEdit(before);
    else if (type === "text") onEdit({ content: { type, text: "" } });
    // The rule for a closed window is one of free text only.
    else onEdit({ content: { type, template: emptyTemplate() }, windowClosed: { do: "skip" } });
  };

  return (
    <>
      <Field label={t("content")} className="max-w-56">
        <NativeSelect
          value={content.type}
          onChange={(event) => changeType(event.target.value as Content["type"])}
        >
          <option value="text">{t("contentText")}</option>
          <option value="template">{t("contentTemplate")}</option>
        </NativeSelect>
      </Field>
      {content.type === "text" ? (
        <TextFields stepId={step.id} channel={step.channel} content={content} onEdit={onEdit} />
      ) : (
        <TemplateFields
          place={{ stepId: step.id, field: "template" }}
          template={content.template}
          onTemplate={(template) => onEdit({ content: { type: "template", template } })}
        />
      )}
    </>
  );
}

type TextFieldsProps = {
  stepId: string;
  channel: Step["channel"];
  content: Extract<Content, { type: "text" }>;
  onEdit: ContentFieldsProps["onEdit"];
};

function TextFields({ stepId, channel, content, onEdit }: TextFieldsProps) {
  const t = useTranslations("sequences.step");
  const { context } = useEditor();
  const problems = useFieldProblems({ stepId, field: "text" });
  const subjectProblems = useFieldProblems({ stepId, field: "subject" });
  const isOpenChoice = channel === "automatic" || channel === "same_conversation";
  const mayBeEmail =
    channel === "email" || (isOpenChoice && context.inboxes.some((inbox) => inbox.channel === "email"));
  const changeSubject = (subject: string) => {
    const { subject: _, ...rest } = content;
    onEdit({ content: subject === "" ? rest : { ...rest, subject } });
  };
  return (
    <>
      {(mayBeEmail || content.subject) && (
        <div id={placeId({ stepId, field: "subject" })}>
          <VariableText
            label={t("subject")}
            hint={channel === "email" ? undefined : t("subjectHint")}
            value={content.subject ?? ""}
            maxLength={300}
            problems={subjectProblems}
            onText={changeSubject}
          />
        </div>
      )}
      <div id={placeId({ stepId, field: "text" })}>
        <VariableText
          isMultiline
          label={t("text")}
          hint={t("textHint")}
          value={content.text}
          maxLength={20_000}
          problems={problems}
          onText={(text) => onEdit({ content: { ...content, text } })}
        />
      </div>
    </>
  );
}
