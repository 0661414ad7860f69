"use client";

import { useTranslations } from "next-intl";
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
          <VariableText
            isMultiline
            label={t("openText")}
            hint={t("openTextHint")}
            value={content.openText ?? ""}
            maxLength={4_096}
            problems={[]}
            onText={(openText) => {
              const { openText: _, ...rest } = content;
              editContent(openText === "" ? rest : { ...rest, openText });
            }}
          />
        </div>
      );
  }
}
