"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ThreadMessage } from "@/lib/conversations/thread";
import type { Channel } from "@/lib/core/model";
import { PhoneMessage } from "./phone-message";
import type { Answerer } from "./use-answer";

type PhoneMessagesProps = {
  account: string;
  messages: ThreadMessage[];
  channel: Channel;
  /** Null for those who may only look. */
  answerer: Answerer | null;
};

/** The thread, which follows its newest message unless the person has scrolled up to read. */
export function PhoneMessages({ account, messages, channel, answerer }: PhoneMessagesProps) {
  const t = useTranslations("sandbox");
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const newest = messages.at(-1)?.id;
  useEffect(() => {
    if (newest && isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);

  return (
    <ol
      ref={list}
      aria-label={t("messages")}
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
      className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-3 py-4"
    >
      {messages.map((message) => (
        <PhoneMessage key={message.id} {...{ account, message, channel, answerer }} />
      ))}
    </ol>
  );
}
