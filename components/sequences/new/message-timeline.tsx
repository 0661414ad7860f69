"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Target } from "@/lib/core/model";
import type { GalleryMessage } from "@/lib/gallery/schema";
import type { Locale } from "@/lib/locale";
import { ChannelIcon } from "../list/channel-icons";
import { useWaitWords } from "./use-wait-words";

type MessageTimelineProps = { messages: GalleryMessage[]; target: Target; language: Locale };

/** The messages on a line of time. The texts are in the language that was chosen, the rest in the reader's. */
export function MessageTimeline({ messages, target, language }: MessageTimelineProps) {
  const t = useTranslations();
  const wordsOf = useWaitWords(target);
  return (
    <ol className="grid max-w-2xl">
      {messages.map((message, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a ready-made sequence's messages never change places
          key={index}
          aria-label={t("gallery.message", { number: index + 1 })}
          className="relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 pb-6 last:pb-0"
        >
          {index < messages.length - 1 && (
            <span aria-hidden className="absolute top-8 bottom-1 left-[0.85rem] w-px bg-line" />
          )}
          <span className="grid size-7 place-items-center rounded-full border border-line bg-surface text-muted-foreground">
            <ChannelIcon channel={message.channel} className="size-3.5" />
          </span>
          <div className="grid min-w-0 gap-2">
            <p className="flex min-h-7 flex-wrap items-center gap-x-2">
              <span className="font-medium">{wordsOf(message.wait, index)}</span>
              <span className="text-muted-foreground text-xs">{t(`status.channel.${message.channel}`)}</span>
            </p>
            <div lang={language}>
              <Bubble message={message} />
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The form that each channel gives a message. */
function Bubble({ message: { looksLike, subject, text } }: { message: GalleryMessage }) {
  const t = useTranslations("gallery");
  if (looksLike === "email") {
    return (
      <div className="w-full rounded-lg border bg-surface">
        <p className="border-b px-3.5 py-2 font-medium">
          <span className="sr-only">{t("subject")}: </span>
          {subject}
        </p>
        <Text text={text} className="px-3.5 py-3" />
      </div>
    );
  }
  return (
    <div
      className={cn(
        "w-fit max-w-lg px-3.5 py-2.5",
        looksLike === "whatsapp" ? "rounded-xl rounded-tl-sm bg-green-soft" : "rounded-2xl bg-muted",
      )}
    >
      <Text text={text} />
    </div>
  );
}

const Text = ({ text, className }: { text: string; className?: string }) => (
  <p className={cn("whitespace-pre-wrap break-words", className)}>{text}</p>
);
