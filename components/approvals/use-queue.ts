"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useAddress } from "@/components/contacts/use-address";
import { getJson } from "@/components/sequences/get-json";
import type { DraftPage } from "@/lib/approvals/schema";

/** Changes come by `use-changes.ts`; this is for what no act has caused, such as a deadline. */
const REFRESH_MS = 30_000;

/** The drafts that the address asks for. */
export function useQueue(account: string, initial: DraftPage) {
  const { current } = useAddress();
  const asked = new URLSearchParams(current);
  asked.delete("draft");
  const query = asked.toString();
  const first = useRef(query);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isError, isPlaceholderData } =
    useInfiniteQuery({
      queryKey: ["approvals", account, query],
      queryFn: ({ pageParam }) => {
        const place = pageParam ? `&after=${encodeURIComponent(pageParam)}` : "";
        return getJson<DraftPage>(`/api/a/${account}/approvals?${query}${place}`);
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      refetchInterval: REFRESH_MS,
      placeholderData: keepPreviousData,
      // The server's page is of the address with which the screen was opened.
      ...(query === first.current && { initialData: { pages: [initial], pageParams: [null] } }),
    });
  return {
    rows: data?.pages.flatMap((page) => page.rows) ?? [],
    more: hasNextPage ? () => void fetchNextPage() : null,
    isReadingMore: isFetchingNextPage,
    isReading: isPlaceholderData,
    isError,
    isFiltered: ["sequence", "channel", "age"].some((name) => asked.has(name)),
  };
}
