"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type Content, MAX_LIST_ROW_LENGTH, MAX_QUICK_REPLIES, quickReplyLength } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId } from "../editor/findings";
import { useStepField } from "./step-scope";

type Rich = Extract<Content, { type: "rich" }>;

/** Buttons that answer with their own words. */
export function QuickReplyFields({
  content,
  onContent,
}: {
  content: Rich;
  onContent: (content: Rich) => void;
}) {
  const t = useTranslations("step.replies");
  const { isReadOnly } = useEditor();
  const { place, problems } = useStepField("quickReplies");
  const { quickReplies } = content;
  const most = quickReplyLength(quickReplies.length);
  const set = (replies: string[]) => onContent({ ...content, quickReplies: replies });
  return (
    <fieldset id={placeId(place)} className="grid min-w-0 gap-2">
      <legend className="float-left font-medium">{t("label")}</legend>
      <p className="clear-both text-muted-foreground text-xs">{t("hint")}</p>
      {quickReplies.map((reply, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a button is known by its position alone
        <div key={index} className="flex items-start gap-1">
          <Field isLabelHidden label={t("reply", { number: index + 1 })} className="min-w-0 flex-1">
            <Input
              value={reply}
              maxLength={MAX_LIST_ROW_LENGTH}
              onChange={(event) => set(quickReplies.with(index, event.target.value))}
            />
          </Field>
          <span
            aria-hidden
            className={cn(
              "w-10 self-center text-right text-xs",
              reply.length > most ? "text-red" : "text-muted-foreground",
            )}
          >
            {reply.length}/{most}
          </span>
          {!isReadOnly && (
            <Button
              variant="ghost"
              size="icon"
              className="text-muted-foreground"
              aria-label={t("remove", { number: index + 1 })}
              onClick={() => set(quickReplies.toSpliced(index, 1))}
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
      {!isReadOnly && quickReplies.length < MAX_QUICK_REPLIES && (
        <Button
          variant="outline"
          size="sm"
          className="justify-self-start"
          onClick={() => set([...quickReplies, ""])}
        >
          <Plus aria-hidden /> {t("add")}
        </Button>
      )}
    </fieldset>
  );
}
