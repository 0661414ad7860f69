"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/sequences/get-json";
import type { BulkActProgress } from "@/lib/enrollments/bulk-act-schema";
import { isUnderWay } from "./use-bulks";

/** Often while something moves, and seldom otherwise: a colleague may have begun one. */
const BUSY_MS = 700;
const IDLE_MS = 60_000;

export const bulkActsKey = (account: string) => ["bulk-acts", account];

/** The acts on many of the last day, followed while they are under way. */
export function useActsOnMany(account: string): BulkActProgress[] | undefined {
  const { data } = useQuery({
    queryKey: bulkActsKey(account),
    queryFn: () => getJson<BulkActProgress[]>(`/api/a/${account}/enrollments/bulk-acts`),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? BUSY_MS : IDLE_MS),
  });
  return data;
}
