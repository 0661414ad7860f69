"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useAddress } from "@/components/contacts/use-address";
import { getJson } from "@/components/sequences/get-json";

type Page<Row> = { rows: Row[]; next: string | null };

type LiveList = {
  /** Behind `/api/a/<account>/`; also the first part of the query's key. */
  path: string;
  /** What the address says of the screen that is not about the list. */
  aside: string;
  everyMs: number;
};

/** A list as the address asks for it, read again while it is looked at; more of it is read at its end. */
export function useLivePages<Row>(account: string, { path, aside, everyMs }: LiveList, initial: Page<Row>) {
  const { current } = useAddress();
  const asked = new URLSearchParams(current);
  asked.delete(aside);
  const query = asked.toString();
  const first = useRef(query);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isError, isPlaceholderData } =
    useInfiniteQuery({
      queryKey: [path, account, query],
      queryFn: ({ pageParam }) => {
        const place = pageParam ? `&after=${encodeURIComponent(pageParam)}` : "";
        return getJson<Page<Row>>(`/api/a/${account}/${path}?${query}${place}`);
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      refetchInterval: everyMs,
      placeholderData: keepPreviousData,
      // The server's page is of the address with which the screen was opened.
      ...(query === first.current && { initialData: { pages: [initial], pageParams: [null] } }),
    });
  return {
    asked,
    rows: data?.pages.flatMap((page) => page.rows) ?? [],
    more: hasNextPage ? () => void fetchNextPage() : null,
    isReadingMore: isFetchingNextPage,
    /** What is shown is still what another address has found. */
    isReading: isPlaceholderData,
    isError,
  };
}
