"use client";

import { useTranslations } from "next-intl";
import type { Content } from "@/lib/core/model";
import { placeId } from "../editor/findings";
import { LibraryPicker } from "./library-picker";
import { LibrarySave } from "./library-save";
import { useStep, useStepField } from "./step-scope";
import { useChannels } from "./use-channels";
import { VariableText } from "./variable-text";

type Words = Extract<Content, { type: "text" | "rich" }>;
type WordsProps<C extends Words> = { content: C; onContent: (content: C) => void };

/** Where the step may go out by email, or was once meant to. */
export function SubjectField<C extends Words>({ content, onContent }: WordsProps<C>) {
  const t = useTranslations("step.content");
  const { step } = useStep();
  const channels = useChannels(step.channel, content.type);
  const { place, problems } = useStepField("subject");
  if (!channels.includes("email") && !content.subject) return null;
  return (
    <div id={placeId(place)}>
      <VariableText
        label={t("subject")}
        hint={step.channel === "email" ? undefined : t("subjectHint")}
        value={content.subject ?? ""}
        maxLength={300}
        problems={problems}
        onText={(subject) => onContent({ ...content, subject: subject === "" ? undefined : subject })}
      />
    </div>
  );
}

/** The words themselves, typed or taken from the library. */
export function TextField<C extends Words>({ content, onContent, label }: WordsProps<C> & { label: string }) {
  const t = useTranslations("step");
  const { step } = useStep();
  const { place, problems } = useStepField("text");
  const isFallback = step.compose.mode !== "static";
  return (
    <div id={placeId(place)} className="grid grid-cols-1">
      <VariableText
        isMultiline
        isFormatted={content.type === "rich" || step.channel === "whatsapp"}
        label={isFallback ? t("compose.fallback") : label}
        hint={isFallback ? t("compose.fallbackHint") : t("content.textHint")}
        value={content.text}
        maxLength={20_000}
        problems={problems}
        onText={(text) => onContent({ ...content, text })}
        tools={
          <>
            <LibraryPicker content={content} onContent={onContent} />
            <LibrarySave content={content} onContent={onContent} />
          </>
        }
      />
    </div>
  );
}
