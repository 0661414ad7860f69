"use client";

import { useTranslations } from "next-intl";
import type { Content } from "@/lib/core/model";
import { placeId } from "../editor/findings";
import { MediaFields } from "./media-fields";
import { QuickReplyFields } from "./quick-reply-fields";
import { useStep, useStepField } from "./step-scope";
import { SubjectField, TextField } from "./text-fields";
import { useChannels } from "./use-channels";
import { VariableText } from "./variable-text";

type Rich = Extract<Content, { type: "rich" }>;

/** A formatted message, with media and buttons where the channel has them. */
export function RichFields({ content, onContent }: { content: Rich; onContent: (content: Rich) => void }) {
  const t = useTranslations("step.content");
  const { step } = useStep();
  const channels = useChannels(step.channel, content.type);
  const { place, problems } = useStepField("preheader");
  return (
    <>
      <SubjectField content={content} onContent={onContent} />
      {(channels.includes("email") || content.preheader) && (
        <div id={placeId(place)}>
          <VariableText
            label={t("preheader")}
            hint={t("preheaderHint")}
            value={content.preheader ?? ""}
            maxLength={200}
            problems={problems}
            onText={(preheader) =>
              onContent({ ...content, preheader: preheader === "" ? undefined : preheader })
            }
          />
        </div>
      )}
      <MediaFields content={content} onContent={onContent} />
      <TextField label={content.media ? t("caption") : t("text")} content={content} onContent={onContent} />
      <QuickReplyFields content={content} onContent={onContent} />
    </>
  );
}
