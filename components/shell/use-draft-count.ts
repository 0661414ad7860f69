"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/sequences/get-json";
import type { DraftChanges } from "@/lib/approvals/schema";
import { may } from "@/lib/permissions";
import type { Frame } from "./shell";

/** The count stands on every screen, so it is asked for seldom; the screen of approvals keeps it up itself. */
const REFRESH_MS = 30_000;

/** How many drafts wait for this person: theirs, and those that name nobody. Undefined until it is known. */
export function useDraftCount({ account, role }: Frame): number | undefined {
  const { data } = useQuery({
    queryKey: ["approval-counts", account.slug],
    queryFn: async () => (await getJson<DraftChanges>(`/api/a/${account.slug}/approvals/changes`)).counts,
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS,
    enabled: may(role, "approvals.decide"),
  });
  return data?.mine;
}
