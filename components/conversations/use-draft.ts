"use client";

import { useState } from "react";

/** What was typed in a thread and not sent yet, kept for as long as the tab is open. */
export function useDraft(account: string, conversationId: string) {
  const key = `reply:${account}:${conversationId}`;
  const [text, setText] = useState(() => read(key));
  const change = (next: string) => {
    setText(next);
    try {
      if (next === "") sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    } catch {
      // A browser that keeps nothing still lets people write.
    }
  };
  return [text, change] as const;
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
