"use client";

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import type { EnrollmentPage } from "@/lib/enrollments/data";
import { askRuns } from "./ask-runs";
import { type EnrollmentPages, rowsOf, withPage } from "./enrollment-pages";

const REFRESH_MS = 2_000;
/** What was read is kept for whoever comes back from another page. */
const KEPT_MS = 10 * 60_000;

/** Which pages are on the screen. */
type PageSpan = { first: number; last: number };

/**
 * The list of runs as the address asks for it. More of it is read as it is scrolled; what is on the screen is read again
 * and again, and the rest as it was.
 */
export function useEnrollments(account: string, query: string, initial: EnrollmentPage | null) {
  const queries = useQueryClient();
  const opened = useRef(query);
  const shown = useRef<PageSpan>({ first: 0, last: 0 });
  const key = useMemo(() => ["enrollment-pages", account, query], [account, query]);
  const read = useCallback(
    (after: string | null) => {
      const place = after ? `&after=${encodeURIComponent(after)}` : "";
      return askRuns<EnrollmentPage>(`/api/a/${account}/enrollments`, `${query}${place}`);
    },
    [account, query],
  );
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    // The server's page is of the address with which the screen was opened.
    ...(initial && query === opened.current && { initialData: { pages: [initial], pageParams: [null] } }),
  });

  const live = useQuery({
    queryKey: ["enrollments", account, query, "shown"],
    queryFn: async () => {
      for (let index = shown.current.first; index <= shown.current.last; index++) {
        const before = queries.getQueryData<EnrollmentPages>(key);
        const after = before?.pageParams[index];
        if (after === undefined) break;
        const page = await read(after);
        queries.setQueryData<EnrollmentPages>(key, (now) => now && withPage(now, { index, after }, page));
      }
      return true;
    },
    enabled: list.data !== undefined && !list.isPlaceholderData,
    refetchInterval: REFRESH_MS,
  });

  const pages = list.data?.pages;
  const { rows, pageOf } = useMemo(() => rowsOf(pages ?? []), [pages]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const refetchShown = live.refetch;
  return {
    rows,
    /** Reads on; null at the end, and while it is being read. */
    more: hasNextPage && !isFetchingNextPage ? more : null,
    hasMore: hasNextPage,
    isMoreFailed: isFetchNextPageError,
    /** Tells which rows are on the screen; others than before are read at once. */
    show: useCallback(
      (first: number, last: number) => {
        const span = { first: pageOf[first] ?? 0, last: pageOf[last] ?? 0 };
        if (span.first === shown.current.first && span.last === shown.current.last) return;
        shown.current = span;
        void refetchShown({ cancelRefetch: false });
      },
      [pageOf, refetchShown],
    ),
    /** What is shown is still what another filter has found. */
    isReading: list.isPlaceholderData || list.isPending,
    isError: list.isError || live.isError,
    /** When it was looked who is in the segment of the filter; null where that was now, or none is asked for. */
    membersAt: pages?.[0]?.membersAt ?? null,
    refusal: list.error?.message ?? null,
  };
}
