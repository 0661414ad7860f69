"use client";

import { Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Answerer } from "./use-answer";

type ReplyButtonsProps = { replies: string[]; look: string; answerer: Answerer | null };

/** The buttons below a message, as WhatsApp shows them: a tap answers with what stands on it. */
export function ReplyButtons({ replies, look, answerer }: ReplyButtonsProps) {
  const t = useTranslations("sandbox");
  return (
    <ul aria-label={t("replyButtons")} className="grid w-[85%] gap-1">
      {replies.map((reply) => (
        <li key={reply}>
          <button
            type="button"
            disabled={!answerer || answerer.isBusy}
            onClick={() => void answerer?.answer(reply, "button")}
            className={cn(
              "flex w-full items-center justify-center gap-1.5 px-3 py-2 font-medium text-[#02708f] dark:text-[#53bdeb]",
              look,
              "rounded-tl-lg",
            )}
          >
            <Reply aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 break-words">{reply}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
