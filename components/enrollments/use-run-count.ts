"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { RunCount } from "@/lib/enrollments/schema";
import { askRuns } from "./ask-runs";

const REFRESH_MS = 5_000;

/** How many runs the filter matches; undefined until it was counted. */
export function useRunCount(account: string, query: string): RunCount | undefined {
  const { data } = useQuery({
    queryKey: ["enrollments", account, query, "count"],
    queryFn: () => askRuns<RunCount>(`/api/a/${account}/enrollments/count`, query),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return data;
}
