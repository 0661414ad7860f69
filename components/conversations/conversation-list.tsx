"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import type { InboxOption } from "@/lib/conversations/data";
import { ConversationRow } from "./conversation-row";
import { ListFilters } from "./list-filters";
import type { useConversations } from "./use-conversations";

type ConversationListProps = {
  list: ReturnType<typeof useConversations>;
  inboxes: InboxOption[];
  shown: string | null;
  onShow: (id: string) => void;
};

export function ConversationList({ list, inboxes, shown, onShow }: ConversationListProps) {
  const t = useTranslations("conversations");
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown)
      scroll.current?.querySelector(`[data-thread="${shown}"]`)?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  return (
    <>
      <div className="grid gap-2.5 border-b px-3 py-3">
        {/* The page's own heading is read aloud also where only the thread is shown. */}
        <p aria-hidden className="font-semibold text-lg tracking-tight">
          {t("title")}
        </p>
        <ListFilters inboxes={inboxes} />
      </div>
      <div ref={scroll} className={cn("min-h-0 flex-1 overflow-y-auto", list.isReading && "opacity-60")}>
        {list.rows.length > 0 ? (
          <ul aria-label={t("list")}>
            {list.rows.map((row) => (
              <ConversationRow
                key={row.id}
                row={row}
                isShown={row.id === shown}
                onShow={() => onShow(row.id)}
              />
            ))}
          </ul>
        ) : (
          <EmptyState icon={MessagesSquare} title={t(list.isFiltered ? "none.title" : "empty.title")}>
            {t(list.isFiltered ? "none.text" : "empty.text")}
          </EmptyState>
        )}
        {list.more && (
          <div className="p-3 text-center">
            <Button variant="outline" size="sm" isBusy={list.isReadingMore} onClick={list.more}>
              {t("more")}
            </Button>
          </div>
        )}
        {list.isError && <p className="px-3 py-2 text-muted-foreground text-xs">{t("stale")}</p>}
      </div>
    </>
  );
}
