"use client";

import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { badgeClasses } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import type { Tone } from "@/components/ui/tones";
import { REPLY_INTENTS, type ReplyIntent } from "@/lib/core/model-maestro";
import { correctMeaningAction } from "@/lib/reply-intents/actions";
import type { UnderstoodShown } from "@/lib/reply-intents/schema";

const TONES: Record<ReplyIntent, Tone> = {
  interested: "green",
  not_now: "amber",
  out_of_office: "amber",
  wrong_person: "red",
  complaint: "red",
  opt_out: "red",
  other: "grey",
};

type ReplyMeaningProps = {
  account: string;
  messageId: string;
  /** Null: nobody has said it yet. */
  understood: UnderstoodShown | null;
  /** Null for those who may only look. */
  onChanged: (() => Promise<unknown>) | null;
};

/** What an answer means and who says so; whoever answers here may say it otherwise. */
export function ReplyMeaning({ account, messageId, understood, onChanged }: ReplyMeaningProps) {
  const t = useTranslations("replies");
  const day = useDayWords();
  const word = understood && t(`intent.${understood.intent}`);
  const until = understood?.until ? t("until", { day: day(understood.until) }) : "";
  const by = understood && t(`by.${understood.by}`, { confidence: String(understood.confidence ?? "") });
  const shown = (
    <>
      {word ?? t("unsaid")} {until && <span className="font-normal">{until}</span>}
    </>
  );
  const chip = badgeClasses(understood ? TONES[understood.intent] : "grey");
  const correct = async (intent: string) => {
    const chosen = REPLY_INTENTS.find((one) => one === intent);
    if (!chosen || !onChanged) return;
    // The day that was read stays where the word is another one for the same.
    const kept = chosen === "not_now" || chosen === "out_of_office" ? (understood?.until ?? null) : null;
    const answer = await correctMeaningAction({ account, messageId, intent: chosen, until: kept }).catch(
      () => undefined,
    );
    if (!answer?.data) return void toast.error(refusalOf(answer) ?? t("failed"));
    await onChanged();
  };
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-xs">
      {onChanged ? (
        <DropdownMenu>
          <DropdownMenuTrigger
            className={cn(chip, "touch:h-8 cursor-pointer hover:brightness-95 [&_svg]:size-3")}
            aria-label={word ? t("label", { intent: `${word} ${until}`.trim() }) : t("say")}
          >
            {shown} <ChevronDown aria-hidden />
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start">
            <DropdownMenuLabel>{t("means")}</DropdownMenuLabel>
            <DropdownMenuRadioGroup
              value={understood?.intent ?? ""}
              onValueChange={(chosen) => void correct(chosen)}
            >
              {REPLY_INTENTS.map((one) => (
                <DropdownMenuRadioItem key={one} value={one}>
                  {t(`intent.${one}`)}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </DropdownMenuContent>
        </DropdownMenu>
      ) : (
        <span className={chip}>{shown}</span>
      )}
      {by}
    </p>
  );
}

/** Days (ISO) as people say them. */
export function useDayWords(): (day: string) => string {
  const format = new Intl.DateTimeFormat(useLocale(), {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}
