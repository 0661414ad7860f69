"use client";

import { ListOrdered } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { ConversationListItem } from "@/lib/conversations/data";
import { marksToPlain } from "@/lib/core/marks";
import { ChannelIcon } from "./channel-icon";

type ConversationRowProps = { row: ConversationListItem; isShown: boolean; onShow: () => void };

export function ConversationRow({ row, isShown, onShow }: ConversationRowProps) {
  const t = useTranslations("conversations");
  const status = useTranslations("status.conversation");
  const text = marksToPlain(row.lastText).replace(/\s+/g, " ").trim() || t("noText");
  return (
    <li className="border-b" data-thread={row.id}>
      <button
        type="button"
        aria-current={isShown ? "true" : undefined}
        onClick={onShow}
        className={cn(
          "grid w-full grid-cols-[minmax(0,1fr)] gap-1 px-3 py-2.5 text-left focus-visible:outline-offset-[-2px] hover:bg-muted",
          isShown && "bg-primary-soft hover:bg-primary-soft",
        )}
      >
        <span className="flex items-center gap-1.5">
          {row.isUnread && (
            <span role="img" aria-label={t("unread")} className="size-2 shrink-0 rounded-full bg-primary" />
          )}
          <span className={cn("min-w-0 flex-1 truncate", row.isUnread ? "font-semibold" : "font-medium")}>
            {row.contactName}
          </span>
          <RelativeTime at={row.lastAt} className="shrink-0 text-muted-foreground text-xs" />
        </span>
        <span className={cn("truncate text-xs", row.isUnread ? "text-foreground" : "text-muted-foreground")}>
          {row.lastDirection === "outbound" ? t("us", { text }) : text}
        </span>
        <span className="flex min-h-4 items-center gap-2 text-muted-foreground text-xs">
          <ChannelIcon channel={row.channel} />
          <span className="min-w-0 truncate">{row.inboxName}</span>
          {row.hasLiveRun && (
            <span role="img" aria-label={t("liveRun")} title={t("liveRun")} className="shrink-0 text-primary">
              <ListOrdered aria-hidden className="size-3.5" />
            </span>
          )}
          <span className="ml-auto flex min-w-0 shrink-0 items-center gap-2">
            {row.status !== "open" && <Status status={row.status}>{status(row.status)}</Status>}
            {row.assigneeName && <span className="max-w-24 truncate">{row.assigneeName}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}
