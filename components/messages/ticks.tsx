"use client";

import { Check, CheckCheck, CircleAlert, CircleHelp, Clock3, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { MessageStatus } from "@/lib/core/model";

const ICONS: Partial<Record<MessageStatus, LucideIcon>> = {
  pending: Clock3,
  scheduled: Clock3,
  claimed: Clock3,
  unknown: CircleHelp,
  failed: CircleAlert,
  sent: Check,
};

/** One tick: sent. Two: delivered. Two in colour: read. Said in words for those who cannot see them. */
export function Ticks({ status, opened }: { status: MessageStatus; opened: string }) {
  const t = useTranslations("status.message");
  const isOpened = status === "read" || status === "replied";
  const Icon = ICONS[status] ?? CheckCheck;
  return (
    <span role="img" aria-label={t(status)} title={t(status)}>
      <Icon aria-hidden className={cn("size-3.5", isOpened && opened)} />
    </span>
  );
}
