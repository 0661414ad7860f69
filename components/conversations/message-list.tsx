"use client";

import { ArrowDown, LoaderCircle } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ConversationDetail } from "@/lib/conversations/detail";
import { dayGroups } from "./day-groups";
import { MessageBubble } from "./message-bubble";
import { ReplyMeaning } from "./reply-meaning";
import { ReplyOffers } from "./reply-offers";
import type { Sender } from "./use-send";
import type { Thread } from "./use-thread";
import type { ThreadActs } from "./use-thread-acts";

type MessageListProps = {
  account: string;
  thread: Thread;
  conversation: ConversationDetail;
  /** Null for those who may only look. */
  sender: Sender | null;
  /** Stands behind the newest message. */
  children?: ReactNode;
  /** What may be done about the newest answer; absent where the thread is only read. */
  answering?: { acts: ThreadActs; userId: string };
};

const NEAR_END = 60;
const NEAR_BEGINNING = 120;

/**
 * The thread, which follows its newest message unless the person has scrolled up to read. Older messages come in above
 * without moving what is being read.
 */
export function MessageList({
  account,
  thread,
  conversation,
  sender,
  children,
  answering,
}: MessageListProps) {
  const t = useTranslations("conversations");
  const { messages, readOlder, isReadingOlder } = thread;
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNewBelow, setNewBelow] = useState(false);
  const height = useRef(0);
  const newestAnswer = messages.findLast(({ meaning }) => meaning === "reply")?.id;
  const offers = sender && conversation.status !== "resolved" ? answering : undefined;
  const [first, last] = [messages[0]?.id, messages.at(-1)];
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the beginning of what is shown has changed
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    if (!isAtEnd.current && height.current > 0) element.scrollTop += element.scrollHeight - height.current;
    height.current = element.scrollHeight;
  }, [first]);
  const isOwn = last?.direction === "outbound" && last.status === "claimed";
  const newest = last?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when a message has come
  useEffect(() => {
    if (list.current) height.current = list.current.scrollHeight;
    if (isAtEnd.current || isOwn) toEnd();
    else setNewBelow(true);
  }, [newest]);

  const scrolled = ({ scrollTop, scrollHeight, clientHeight }: HTMLDivElement) => {
    height.current = scrollHeight;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (isAtEnd.current) setNewBelow(false);
    if (scrollTop < NEAR_BEGINNING) void readOlder?.();
  };

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={list}
        role="log"
        aria-label={t("messages")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget }) => scrolled(currentTarget)}
        className="h-full overflow-y-auto px-3 py-4 focus-visible:outline-offset-[-2px] [overflow-anchor:none] md:px-5"
      >
        {readOlder && (
          <p className="pb-3 text-center">
            <Button variant="ghost" size="sm" disabled={isReadingOlder} onClick={() => void readOlder()}>
              {isReadingOlder && <LoaderCircle aria-hidden className="animate-spin" />} {t("older")}
            </Button>
          </p>
        )}
        {messages.length === 0 && <p className="text-center text-muted-foreground">{t("noMessages")}</p>}
        {dayGroups(messages).map(({ day, messages: said }) => (
          <Fragment key={day}>
            <DayLine day={day} />
            <ol className="grid gap-2.5">
              {said.map((message) => (
                <MessageBubble
                  key={message.id}
                  {...{ account, message, sender }}
                  channel={conversation.channel}
                  contactName={conversation.contactName}
                >
                  {message.meaning === "reply" && (message.understood || message.id === newestAnswer) && (
                    <ReplyMeaning
                      account={account}
                      messageId={message.id}
                      understood={message.understood}
                      onChanged={sender && thread.refresh}
                    />
                  )}
                  {offers && message.understood && message.id === newestAnswer && (
                    <ReplyOffers
                      {...{ account, conversation, ...offers }}
                      understood={message.understood}
                      onChanged={thread.refresh}
                    />
                  )}
                </MessageBubble>
              ))}
            </ol>
          </Fragment>
        ))}
        {children}
      </div>
      {hasNewBelow && (
        <Button
          size="sm"
          className="-translate-x-1/2 absolute bottom-3 left-1/2 rounded-full"
          onClick={() => {
            isAtEnd.current = true;
            setNewBelow(false);
            toEnd();
          }}
        >
          <ArrowDown aria-hidden /> {t("newBelow")}
        </Button>
      )}
    </div>
  );
}

function DayLine({ day }: { day: string }) {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, {
    ...{ weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  });
  return (
    <h3 className="flex items-center gap-3 py-3 font-normal text-muted-foreground text-xs before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
      <time dateTime={day}>{format.format(new Date(`${day}T00:00:00Z`))}</time>
    </h3>
  );
}
