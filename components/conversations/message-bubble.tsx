"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InboundMedia } from "@/components/messages/inbound-media";
import { MessageMedia } from "@/components/messages/message-media";
import { MessageText } from "@/components/messages/message-text";
import { Ticks } from "@/components/messages/ticks";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { ThreadMessage } from "@/lib/conversations/thread";
import type { Channel, InboundMeaning } from "@/lib/core/model";
import type { Sender } from "./use-send";

type MessageBubbleProps = {
  account: string;
  message: ThreadMessage;
  channel: Channel;
  contactName: string;
  sender: Sender | null;
  /** Below an answer of the contact. */
  children?: ReactNode;
};

/** What the contact wrote stands left, what went to the contact right, with who or what wrote it. */
export function MessageBubble({
  account,
  message,
  channel,
  contactName,
  sender,
  children,
}: MessageBubbleProps) {
  const t = useTranslations("conversations");
  const isInbound = message.direction === "inbound";
  const isFailed = message.status === "failed" || message.status === "unknown";
  return (
    <li className={cn("grid gap-1", isInbound ? "justify-items-start" : "justify-items-end")}>
      <div
        className={cn(
          "grid max-w-[min(85%,38rem)] gap-1 rounded-lg border px-3 py-2",
          isInbound ? "bg-surface" : "border-primary/20 bg-primary-soft",
          isFailed && "border-red/40 bg-red-soft",
        )}
      >
        <span className="sr-only">{isInbound ? t("saidBy", { name: contactName }) : t("saidByUs")}</span>
        {message.subject && (
          <p className="break-words border-current/15 border-b pb-1 font-semibold">{message.subject}</p>
        )}
        {message.media && <MessageMedia media={message.media} />}
        {message.inboundMedia && (
          <InboundMedia
            address={`/api/a/${account}/conversations/media/${message.id}`}
            media={message.inboundMedia}
          />
        )}
        {message.text ? (
          <MessageText message={{ ...message, channel }} />
        ) : (
          !message.media &&
          !message.inboundMedia && <p className="text-muted-foreground italic">{t("noText")}</p>
        )}
        {message.quickReplies.length > 0 && (
          <ul aria-label={t("replyButtons")} className="flex flex-wrap gap-1.5 pt-0.5">
            {message.quickReplies.map((reply) => (
              <li key={reply} className="rounded-md border border-current/20 px-2 py-0.5 text-xs">
                {reply}
              </li>
            ))}
          </ul>
        )}
        <MessageFoot account={account} message={message} />
      </div>
      {isFailed && <Failure message={message} sender={sender} />}
      {children}
    </li>
  );
}

const TONES: Partial<Record<InboundMeaning, "red" | "green" | "grey">> = { opt_out: "red", opt_in: "green" };

function MessageFoot({ account, message }: { account: string; message: ThreadMessage }) {
  const t = useTranslations("conversations");
  const meaning = useTranslations("sandbox.meaning");
  const locale = useLocale();
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const { enrollmentId, sequenceName, authorName, status, direction } = message;
  return (
    <p className="flex flex-wrap items-center justify-end gap-x-1.5 gap-y-1 text-2xs text-muted-foreground leading-4">
      {message.meaning && message.meaning !== "reply" && (
        <Badge tone={TONES[message.meaning] ?? "grey"}>{meaning(message.meaning)}</Badge>
      )}
      {enrollmentId ? (
        <Link href={`/${account}/enrollments?run=${enrollmentId}`} className="mr-auto underline">
          {sequenceName}
        </Link>
      ) : (
        direction === "outbound" &&
        status !== "claimed" && <span className="mr-auto">{authorName ?? t("automation")}</span>
      )}
      <time dateTime={message.at} suppressHydrationWarning>
        {time.format(new Date(message.at))}
      </time>
      {status && <Ticks status={status} opened="text-blue" />}
    </p>
  );
}

/** Nothing is sent again by itself: a person reads why, and decides. */
function Failure({ message, sender }: { message: ThreadMessage; sender: Sender | null }) {
  const t = useTranslations("conversations");
  const common = useTranslations("common");
  const mayRetry = sender && message.status === "failed" && !message.enrollmentId;
  return (
    <p className="flex max-w-[min(85%,38rem)] flex-wrap items-center justify-end gap-2 text-red text-xs">
      <span className="break-words">
        {message.status === "unknown" ? t("unknownOutcome") : t("notSent", { why: message.failure ?? "" })}
      </span>
      {mayRetry && (
        <Button
          variant="outline"
          size="sm"
          disabled={sender.isBusy}
          onClick={() => void sender.send({ text: message.text, again: message.id })}
        >
          {common("retry")}
        </Button>
      )}
    </p>
  );
}
