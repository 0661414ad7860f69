"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { seeConversationAction } from "@/lib/conversations/actions";
import type { ConversationThread } from "@/lib/conversations/detail";
import type { ThreadMessage, ThreadPage } from "@/lib/conversations/thread";
import { mergeMessages } from "./merge-messages";

const REFRESH_MS = 1_500;

type Known = { messages: ThreadMessage[]; older: string | null };

/** One thread, read again while it is looked at. What was read before stays, so that nobody loses their place. */
export function useThread(account: string, id: string) {
  const queries = useQueryClient();
  const [known, setKnown] = useState<Known | null>(null);
  const [isReadingOlder, setReadingOlder] = useState(false);
  const address = `/api/a/${account}/conversations/${id}`;
  const { data, error } = useQuery({
    queryKey: ["conversation", account, id],
    queryFn: () => getJson<ConversationThread>(address),
    refetchInterval: REFRESH_MS,
  });
  useEffect(() => {
    if (!data) return;
    setKnown((before) => {
      const messages = mergeMessages(before?.messages ?? [], data.messages, true);
      // While what was known is still the beginning, so is the place before it.
      const isSame = before !== null && messages[0]?.id === before.messages[0]?.id;
      return { messages, older: isSame && before.messages.length > 0 ? before.older : data.older };
    });
  }, [data]);

  const readOlder = async () => {
    if (!known?.older || isReadingOlder) return;
    setReadingOlder(true);
    const page = await getJson<ThreadPage>(
      `${address}/messages?before=${encodeURIComponent(known.older)}`,
    ).catch(() => null);
    setReadingOlder(false);
    if (!page) return;
    setKnown((now) => ({
      messages: mergeMessages(now?.messages ?? [], page.messages, false),
      older: page.older,
    }));
  };
  const refresh = () =>
    Promise.all(
      ["conversation", "conversation-side", "conversations"].map((key) =>
        queries.invalidateQueries({
          queryKey: key === "conversations" ? [key, account] : [key, account, id],
        }),
      ),
    );
  /** Shows a message that is on its way before the server knows of it, and takes it back when it was refused. */
  const put = (message: ThreadMessage) =>
    setKnown((now) => ({ messages: [...(now?.messages ?? []), message], older: now?.older ?? null }));
  const drop = (messageId: string) =>
    setKnown(
      (now) => now && { ...now, messages: now.messages.filter((message) => message.id !== messageId) },
    );

  return {
    conversation: data?.conversation ?? null,
    messages: known?.messages ?? data?.messages ?? [],
    readOlder: known?.older ? readOlder : null,
    isReadingOlder,
    error,
    refresh,
    put,
    drop,
  };
}

export type Thread = ReturnType<typeof useThread>;

/** Whoever has the thread before their eyes has seen what the contact wrote. */
export function useSeen(account: string, thread: Thread, mayReply: boolean): void {
  const queries = useQueryClient();
  const { conversation } = thread;
  const unseen = conversation?.isUnread && mayReply ? conversation.lastInboundAt : null;
  const id = conversation?.id;
  useEffect(() => {
    if (!unseen || !id || document.visibilityState !== "visible") return;
    // A mark that was lost is set by the next reading.
    seeConversationAction({ account, conversationId: id })
      .then(() => queries.invalidateQueries({ queryKey: ["conversations", account] }))
      .catch(() => {});
  }, [account, id, unseen, queries]);
}
