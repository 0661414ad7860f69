"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/sequences/get-json";
import type { BulkEnrollment } from "@/lib/enrollments/bulk-data";

const UNDER_WAY: BulkEnrollment["status"][] = ["waiting", "running", "undoing"];
export const isUnderWay = ({ status }: Pick<BulkEnrollment, "status">) => UNDER_WAY.includes(status);

/** Often while something moves, and seldom otherwise: a colleague may have begun one. */
const BUSY_MS = 700;
const IDLE_MS = 60_000;

export const bulksKey = (account: string) => ["bulks", account];

/** The bulk enrollments of the last day, followed while they are under way. */
export function useBulks(account: string): BulkEnrollment[] | undefined {
  const { data } = useQuery({
    queryKey: bulksKey(account),
    queryFn: () => getJson<BulkEnrollment[]>(`/api/a/${account}/enrollments/bulk`),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? BUSY_MS : IDLE_MS),
  });
  return data;
}
