"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useAddress } from "@/components/contacts/use-address";
import { getJson } from "@/components/sequences/get-json";
import type { ConversationPage } from "@/lib/conversations/data";

const REFRESH_MS = 2_000;

/** The list as the address asks for it, read again while it is looked at; more of it is read at its end. */
export function useConversations(account: string, initial: ConversationPage) {
  const { current } = useAddress();
  const asked = new URLSearchParams(current);
  asked.delete("thread");
  const query = asked.toString();
  const first = useRef(query);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isError, isPlaceholderData } =
    useInfiniteQuery({
      queryKey: ["conversations", account, query],
      queryFn: ({ pageParam }) => {
        const place = pageParam ? `&after=${encodeURIComponent(pageParam)}` : "";
        return getJson<ConversationPage>(`/api/a/${account}/conversations?${query}${place}`);
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
    isFiltered: [...asked.keys()].length > 0,
  };
}
