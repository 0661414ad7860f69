"use client";

import { useEffect, useRef } from "react";
import type { ThreadMessage } from "@/lib/conversations/thread";
import { openAction } from "@/lib/sandbox/actions";

type Opening = {
  account: string;
  threadId: string;
  messages: ThreadMessage[];
  onOpened: () => Promise<void>;
};

/** Looking at a thread opens its new messages, as on a real phone: they are reported as delivered and read. */
export function useOpened({ account, threadId, messages, onOpened }: Opening): void {
  const told = useRef(onOpened);
  told.current = onOpened;
  const unopened = messages
    .filter(({ status }) => status === "sent" || status === "delivered")
    .map((message) => message.id)
    .join();

  useEffect(() => {
    if (unopened === "" || document.visibilityState !== "visible") return;
    // A failure is told by the next answer or reading; a lost "read" mark alone is no news for the person.
    openAction({ account, conversationId: threadId })
      .then(() => told.current())
      .catch(() => {});
  }, [account, threadId, unopened]);
}
