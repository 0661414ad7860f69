"use client";

import { useTranslations } from "next-intl";
import type { Content } from "@/lib/core/model";
import { placeId } from "../editor/findings";
import { RichFields } from "./rich-fields";
import { useStep, useStepField } from "./step-scope";
import { TemplateFields } from "./template-fields";
import { SubjectField, TextField } from "./text-fields";
import { VariableText } from "./variable-text";

/** What the message says, in the kind that it is of. */
export function ContentFields() {
  const t = useTranslations("step.content");
  const { variant, editContent } = useStep();
  const { place, problems } = useStepField("template");
  const { content } = variant;
  switch (content.type) {
    case "text":
      return (
        <>
          <SubjectField content={content} onContent={editContent} />
          <TextField label={t("text")} content={content} onContent={editContent} />
        </>
      );
    case "rich":
      return <RichFields content={content} onContent={editContent} />;
    case "template":
      return (
        <div id={placeId(place)} className="grid grid-cols-1 gap-4">
          <TemplateFields
            template={content.template}
            problems={problems}
            onTemplate={(template) => editContent({ ...content, template })}
          />
          <OpenText content={content} onContent={editContent} />
        </div>
      );
  }
}

type OpenTextProps = {
  content: Extract<Content, { type: "template" }>;
  onContent: (content: Content) => void;
};

/** Said instead of the template while WhatsApp allows free text. */
function OpenText({ content, onContent }: OpenTextProps) {
  const t = useTranslations("step.content");
  const { place, problems } = useStepField("text");
  const write = (openText: string) => {
    const { openText: _, ...rest } = content;
    onContent(openText === "" ? rest : { ...rest, openText });
  };
  return (
    <div id={placeId(place)}>
      <VariableText
        isMultiline
        isFormatted
        label={t("openText")}
        hint={t("openTextHint")}
        value={content.openText ?? ""}
        maxLength={4_096}
        problems={problems}
        onText={write}
      />
    </div>
  );
}
