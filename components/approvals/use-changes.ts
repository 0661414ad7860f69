"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { getJson } from "@/components/sequences/get-json";
import type { DraftChanges, DraftCounts, DraftDetail } from "@/lib/approvals/schema";

/** Somebody else's decision is to be seen within a second. */
const REFRESH_MS = 700;

/** Asks again and again whether anything has changed, and has the list and the open draft read anew when it has. */
export function useChanges(account: string, shown: string | null, initial: DraftCounts): DraftCounts {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ["approval-changes", account, shown],
    queryFn: () =>
      getJson<DraftChanges>(`/api/a/${account}/approvals/changes${shown ? `?draft=${shown}` : ""}`),
    refetchInterval: REFRESH_MS,
  });
  const stamp = useRef<string>(undefined);
  useEffect(() => {
    if (!data) return;
    // The sidebar's own count need not wait for its turn.
    queries.setQueryData(["approval-counts", account], data.counts);
    if (stamp.current !== undefined && stamp.current !== data.stamp) {
      void queries.invalidateQueries({ queryKey: ["approvals", account] });
    }
    stamp.current = data.stamp;
    const key = ["draft", account, data.draft?.id];
    const known = queries.getQueryData<DraftDetail>(key);
    if (known && data.draft && isOther(known, data.draft)) void queries.invalidateQueries({ queryKey: key });
  }, [data, account, queries]);
  return data?.counts ?? initial;
}

const isOther = (known: DraftDetail, now: NonNullable<DraftChanges["draft"]>): boolean =>
  known.revision !== now.revision || known.verdict !== now.verdict;
