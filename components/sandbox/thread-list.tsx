"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { marksToPlain } from "@/lib/core/marks";
import type { SandboxThread } from "@/lib/sandbox/data";

type ThreadListProps = { threads: SandboxThread[]; shown: string; onShow: (id: string) => void };

export function ThreadList({ threads, shown, onShow }: ThreadListProps) {
  const t = useTranslations("sandbox");
  const channel = useTranslations("status.channel");
  return (
    <ul aria-label={t("threads")} className="overflow-hidden rounded-lg border">
      {threads.map((thread) => (
        <li key={thread.id} className="border-b last:border-0">
          <button
            type="button"
            aria-current={thread.id === shown ? "true" : undefined}
            onClick={() => onShow(thread.id)}
            className={cn(
              "grid w-full grid-cols-[minmax(0,1fr)] gap-0.5 px-3 py-2.5 text-left hover:bg-muted",
              thread.id === shown && "bg-primary-soft hover:bg-primary-soft",
            )}
          >
            <span className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate font-medium">{thread.contactName}</span>
              {thread.unread > 0 && (
                <Badge tone="green" aria-label={t("unread", { count: thread.unread })}>
                  {thread.unread}
                </Badge>
              )}
            </span>
            <span className="flex items-center gap-2 text-muted-foreground text-xs">
              <span className="min-w-0 flex-1 truncate">{marksToPlain(thread.lastText ?? "")}</span>
              {thread.lastMessageAt && <RelativeTime at={thread.lastMessageAt} className="shrink-0" />}
            </span>
            <span className="text-muted-foreground text-xs">
              {channel(thread.channel)}, {thread.inboxName}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
