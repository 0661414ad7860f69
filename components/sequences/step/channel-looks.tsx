"use client";

import { CheckCheck, Copy, ExternalLink, List, type LucideIcon, Phone, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import type { OutboundContent } from "@/lib/core/facts";
import { headMedia } from "@/lib/core/hsm";
import { type Channel, MAX_REPLY_BUTTONS, type Media } from "@/lib/core/model";
import { Formatted } from "./formatted";
import { MediaCard } from "./media-card";

type LookProps = {
  content: OutboundContent;
  /** The inbox that it comes from, by name. */
  from: string;
  /** As a clock on the phone would show it. */
  time: string;
};

/** A message as the channel shows it to whoever gets it. */
export function ChannelLook({ channel, ...props }: LookProps & { channel: Channel }) {
  switch (channel) {
    case "whatsapp":
      return <WhatsappLook {...props} />;
    case "email":
      return <EmailLook {...props} />;
    case "sms":
      return <SmsLook {...props} />;
  }
}

function WhatsappLook({ content, time }: LookProps) {
  const { media, buttons } = partsOf(content);
  return (
    <div className="w-fit min-w-40 max-w-full overflow-hidden rounded-lg rounded-tl-none border bg-surface">
      <div className="grid gap-1.5 p-2.5 pb-1.5">
        {media && <MediaCard media={media} />}
        {content.text !== "" && <Formatted text={content.text} />}
        <p className="flex items-center justify-end gap-1 text-2xs text-muted-foreground">
          {time} <CheckCheck aria-hidden className="size-3.5 text-blue" />
        </p>
      </div>
      {buttons.map(({ Icon, text }, index) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: a button is known by its position alone
          key={index}
          className="flex items-center justify-center gap-1.5 border-t px-3 py-2 font-medium text-blue"
        >
          <Icon aria-hidden className="size-3.5" /> {text}
        </p>
      ))}
    </div>
  );
}

const BUTTON_ICONS: Record<string, LucideIcon> = {
  QUICK_REPLY: Reply,
  URL: ExternalLink,
  COPY_CODE: Copy,
  PHONE_NUMBER: Phone,
};

/** Up to three quick replies are buttons; more of them are the rows of a list that a button opens. */
function partsOf(content: OutboundContent): {
  media: Media | null;
  buttons: { Icon: LucideIcon; text: string }[];
} {
  switch (content.type) {
    case "text":
      return { media: null, buttons: [] };
    case "template":
      return {
        media: headMedia(content.header),
        buttons: (content.frame?.buttons ?? []).map(({ type, text }) => ({
          Icon: BUTTON_ICONS[type] ?? ExternalLink,
          text,
        })),
      };
    case "rich": {
      const replies = content.quickReplies.filter((reply) => reply.trim() !== "");
      const Icon = replies.length > MAX_REPLY_BUTTONS ? List : Reply;
      return { media: content.media, buttons: replies.map((text) => ({ Icon, text })) };
    }
  }
}

function EmailLook({ content, from, time }: LookProps) {
  const t = useTranslations("step.preview");
  const subject = content.type === "template" ? null : content.subject;
  const preheader = content.type === "rich" ? content.preheader : null;
  const media = content.type === "rich" ? content.media : null;
  return (
    <div className="overflow-hidden rounded-lg border bg-surface">
      <div className="grid gap-0.5 border-b px-3 py-2">
        <p className="flex items-baseline justify-between gap-2">
          <span className="truncate font-medium">{from}</span>
          <span className="shrink-0 text-2xs text-muted-foreground">{time}</span>
        </p>
        <p className="truncate">
          {subject ? subject : <span className="text-muted-foreground">{t("noSubject")}</span>}
          {preheader && <span className="text-muted-foreground"> · {preheader}</span>}
        </p>
      </div>
      <div className="grid gap-2 px-3 py-2.5">
        {media?.kind === "image" && <MediaCard media={media} />}
        {content.type === "rich" ? (
          <Formatted text={content.text} />
        ) : (
          <p className="whitespace-pre-wrap break-words">{content.text}</p>
        )}
        {media && media.kind !== "image" && (
          <p className="break-words text-blue underline underline-offset-2">{media.fileName ?? media.url}</p>
        )}
      </div>
    </div>
  );
}

function SmsLook({ content, time }: LookProps) {
  return (
    <div className="grid w-fit max-w-full gap-1">
      <p className="whitespace-pre-wrap break-words rounded-2xl rounded-bl-sm bg-surface px-3 py-2">
        {content.text}
      </p>
      <p className="pl-1 text-2xs text-muted-foreground">{time}</p>
    </div>
  );
}
