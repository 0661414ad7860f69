"use client";

import { Mail, MessageCircle, MessageSquareText, MessagesSquare, Shuffle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Hint } from "@/components/ui/tooltip";
import type { Step } from "@/lib/core/model";

const ICONS = {
  whatsapp: MessageCircle,
  email: Mail,
  sms: MessageSquareText,
  automatic: Shuffle,
  same_conversation: MessagesSquare,
} as const;

export function ChannelIcon({ channel, className }: { channel: Step["channel"]; className?: string }) {
  const Icon = ICONS[channel];
  return <Icon aria-hidden className={className ?? "size-4"} />;
}

export function ChannelIcons({ channels }: { channels: Step["channel"][] }) {
  const t = useTranslations("status.channel");
  return (
    <ul className="flex items-center gap-1.5 text-muted-foreground">
      {channels.map((channel) => (
        <li key={channel}>
          <Hint text={t(channel)}>
            <span className="block" role="img" aria-label={t(channel)}>
              <ChannelIcon channel={channel} />
            </span>
          </Hint>
        </li>
      ))}
    </ul>
  );
}
