"use client";

import { useLivePages } from "@/components/shell/use-live-pages";
import type { ConversationPage } from "@/lib/conversations/data";

const THREADS = { path: "conversations", aside: "thread", everyMs: 2_000 };

/** The threads that the address asks for. */
export function useConversations(account: string, initial: ConversationPage) {
  const { asked, ...list } = useLivePages(account, THREADS, initial);
  return { ...list, isFiltered: asked.size > 0 };
}
