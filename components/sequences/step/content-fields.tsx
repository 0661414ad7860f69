"use client";

import { useTranslations } from "next-intl";
import type { Content, Step } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId, useFieldProblems } from "../editor/findings";
import { TemplateFields } from "./template-fields";
import { VariableText } from "./variable-text";

type ContentFieldsProps = { step: Step; onEdit: (changed: Partial<Step>) => void };

export function ContentFields({ step, onEdit }: ContentFieldsProps) {
  const { content } = step;
  if (content.type === "text") {
    return <TextFields stepId={step.id} channel={step.channel} content={content} onEdit={onEdit} />;
  }
  if (content.type === "rich") return null;
  return (
    <TemplateFields
      place={{ stepId: step.id, field: "template" }}
      template={content.template}
      onTemplate={(template) => onEdit({ content: { type: "template", template } })}
    />
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
