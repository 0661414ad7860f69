"use client";

import { useLivePages } from "@/components/shell/use-live-pages";
import type { DraftPage } from "@/lib/approvals/schema";

/** Changes come by `use-changes.ts`; this is for what no act has caused, such as a deadline. */
const QUEUE = { path: "approvals", aside: "draft", everyMs: 30_000 };

/** The drafts that the address asks for. */
export function useQueue(account: string, initial: DraftPage) {
  const { asked, ...list } = useLivePages(account, QUEUE, initial);
  return { ...list, isFiltered: ["sequence", "channel", "age"].some((name) => asked.has(name)) };
}
