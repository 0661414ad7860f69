"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/sequences/get-json";
import type { BulkActProgress, BulkActStatus } from "@/lib/enrollments/bulk-act-schema";
import type { BulkEnrollment } from "@/lib/enrollments/bulk-data";

type Followed = { id: string; status: BulkActStatus };

const UNDER_WAY: BulkActStatus[] = ["waiting", "running", "undoing"];
export const isUnderWay = ({ status }: Pick<Followed, "status">) => UNDER_WAY.includes(status);

/** Often while something moves, and seldom otherwise: a colleague may have begun one. */
const BUSY_MS = 700;
const IDLE_MS = 60_000;

export const bulksKey = (account: string) => ["bulks", account];
export const bulkActsKey = (account: string) => ["bulk-acts", account];

/** The bulk enrollments of the last day, followed while they are under way. */
export const useBulks = (account: string) =>
  useFollowed<BulkEnrollment>(bulksKey(account), `/api/a/${account}/enrollments/bulk`);

/** The acts on many of the last day, followed while they are under way. */
export const useActsOnMany = (account: string) =>
  useFollowed<BulkActProgress>(bulkActsKey(account), `/api/a/${account}/enrollments/bulk-acts`);

function useFollowed<One extends Followed>(queryKey: string[], address: string): One[] | undefined {
  const { data } = useQuery({
    queryKey,
    queryFn: () => getJson<One[]>(address),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? BUSY_MS : IDLE_MS),
  });
  return data;
}
