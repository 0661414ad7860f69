"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useAddress } from "@/components/contacts/use-address";
import { useCommands } from "@/components/shell/commands";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import type { ConversationPage, InboxOption, MemberOption } from "@/lib/conversations/data";
import type { SequenceOption } from "@/lib/enrollments/data";
import { ConversationList } from "./conversation-list";
import { ThreadColumn } from "./thread-column";
import { useConversations } from "./use-conversations";

export type ScreenRights = { mayReply: boolean; mayEnroll: boolean; maySeeContacts: boolean };

type ConversationsScreenProps = {
  account: string;
  initial: ConversationPage;
  inboxes: InboxOption[];
  members: MemberOption[];
  sequences: SequenceOption[];
  userId: string;
  rights: ScreenRights;
};

/** The list | the thread | who it is with. On a phone one of them at a time. */
export function ConversationsScreen({
  account,
  initial,
  inboxes,
  members,
  sequences,
  userId,
  rights,
}: ConversationsScreenProps) {
  const t = useTranslations("conversations");
  const { current } = useAddress();
  const list = useConversations(account, initial);
  const shown = current.get("thread");

  /** Changes the address only: the list stays where it is. */
  const show = useCallback((id: string | null) => {
    const next = new URLSearchParams(window.location.search);
    if (id) next.set("thread", id);
    else next.delete("thread");
    window.history.replaceState(null, "", `?${next}`);
  }, []);
  const walk = (by: 1 | -1) => {
    const place = list.rows.findIndex((row) => row.id === shown);
    const target = list.rows[place < 0 ? 0 : place + by];
    if (target) show(target.id);
  };
  useCommands([
    { id: "thread-next", label: t("keys.next"), shortcut: "j", isKeyOnly: true, run: () => walk(1) },
    { id: "thread-previous", label: t("keys.previous"), shortcut: "k", isKeyOnly: true, run: () => walk(-1) },
  ]);

  return (
    <div className="-mb-20 md:-mb-10 flex h-[calc(100dvh-2.75rem-3.5rem)] min-h-96 md:h-[calc(100dvh-2.75rem)]">
      <h1 className="sr-only">{t("title")}</h1>
      <div
        className={cn(
          "flex w-full min-w-0 shrink-0 flex-col border-r md:w-80 xl:w-88",
          shown && "max-md:hidden",
        )}
      >
        <ConversationList list={list} inboxes={inboxes} shown={shown} onShow={show} />
      </div>
      <div className={cn("flex min-w-0 flex-1", !shown && "max-md:hidden")}>
        {shown ? (
          <ThreadColumn
            key={shown}
            {...{ account, members, sequences, userId, rights }}
            conversationId={shown}
            onBack={() => show(null)}
          />
        ) : (
          <div className="grid flex-1 place-items-center">
            <EmptyState icon={MessagesSquare} title={t("choose.title")}>
              {t("choose.text")}
            </EmptyState>
          </div>
        )}
      </div>
    </div>
  );
}
