"use client";

import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { getJson } from "@/components/sequences/get-json";
import type { DraftDetail } from "@/lib/approvals/schema";

/** What was read ahead counts for so long; `use-changes.ts` has it read anew when it has changed. */
const FRESH_MS = 20_000;

const draftQuery = (account: string, id: string) =>
  queryOptions({
    queryKey: ["draft", account, id],
    queryFn: () => getJson<DraftDetail>(`/api/a/${account}/approvals/${id}`),
    staleTime: FRESH_MS,
  });

/** One draft with all that is needed to decide. */
export const useDraft = (account: string, id: string) =>
  useQuery({ ...draftQuery(account, id), refetchInterval: FRESH_MS });

/** Reads ahead what an act would show next, so that it is there without a wait. */
export function useReadAhead(account: string, ids: readonly string[]): void {
  const queries = useQueryClient();
  const wanted = ids.join(" ");
  useEffect(() => {
    for (const id of wanted.split(" ")) if (id) void readDraft(queries, account, id);
  }, [queries, account, wanted]);
}

const readDraft = (queries: QueryClient, account: string, id: string) =>
  queries.prefetchQuery(draftQuery(account, id));
