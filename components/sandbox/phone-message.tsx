"use client";

import { useLocale, useTranslations } from "next-intl";
import { MessageMedia } from "@/components/messages/message-media";
import { MessageText } from "@/components/messages/message-text";
import { Ticks } from "@/components/messages/ticks";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { ThreadMessage } from "@/lib/conversations/thread";
import type { Channel } from "@/lib/core/model";
import { looks } from "./looks";
import { ReplyButtons } from "./reply-buttons";
import type { Answerer } from "./use-answer";

type PhoneMessageProps = {
  account: string;
  message: ThreadMessage;
  channel: Channel;
  answerer: Answerer | null;
};

/** A bubble. What the business sent stands left, with its ticks; what the contact wrote stands right. */
export function PhoneMessage({ account, message, channel, answerer }: PhoneMessageProps) {
  const t = useTranslations("sandbox");
  const locale = useLocale();
  const isWritten = message.direction === "inbound";
  const look = looks[channel];
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <li className={cn("grid gap-1", isWritten ? "justify-items-end" : "justify-items-start")}>
      <div className={cn("grid max-w-[85%] gap-1 px-3 py-2", isWritten ? look.written : look.received)}>
        {(message.subject || message.preheader) && (
          <MailHead subject={message.subject} preheader={message.preheader} />
        )}
        {message.media && <MessageMedia media={message.media} />}
        {message.text && <MessageText message={{ ...message, channel }} />}
        <p className="flex items-center justify-end gap-1.5 text-[11px] leading-4 opacity-80">
          {message.meaning && message.meaning !== "reply" && <span>{t(`meaning.${message.meaning}`)}</span>}
          {message.enrollmentId && (
            <Link href={`/${account}/enrollments?run=${message.enrollmentId}`} className="mr-auto underline">
              {t("timeline")}
            </Link>
          )}
          <time dateTime={message.at} suppressHydrationWarning>
            {time.format(new Date(message.at))}
          </time>
          {message.status && <Ticks status={message.status} opened="text-[#0277a8] dark:text-[#53bdeb]" />}
        </p>
      </div>
      {message.quickReplies.length > 0 && (
        <ReplyButtons replies={message.quickReplies} look={look.received} answerer={answerer} />
      )}
    </li>
  );
}

/** A mailbox shows the preheader beside the subject, before the message is opened. */
function MailHead({ subject, preheader }: { subject: string | null; preheader: string | null }) {
  return (
    <div className="border-current/15 border-b pb-1">
      {subject && <p className="break-words font-semibold">{subject}</p>}
      {preheader && <p className="break-words text-xs opacity-80">{preheader}</p>}
    </div>
  );
}
