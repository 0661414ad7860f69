"use client";

import { type LucideIcon, Mail, MessageCircle, MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Channel } from "@/lib/core/model";

const ICONS: Record<Channel, LucideIcon> = { whatsapp: MessageCircle, email: Mail, sms: MessageSquareText };

export function ChannelIcon({ channel, className }: { channel: Channel; className?: string }) {
  const t = useTranslations("status.channel");
  const Icon = ICONS[channel];
  return (
    <span role="img" aria-label={t(channel)} title={t(channel)} className={cn("shrink-0", className)}>
      <Icon aria-hidden className="size-3.5" />
    </span>
  );
}
