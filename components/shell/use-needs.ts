"use client";

import { useQuery } from "@tanstack/react-query";
import type { Overview } from "@/lib/overview/data";

/** The count stands on every screen, so it is asked for seldom. */
const REFRESH_MS = 60_000;

/** How many things of the overview wait for a person; undefined until it is known. */
export function useNeeds(account: string): number | undefined {
  const { data } = useQuery({
    queryKey: ["live", account, "overview"],
    queryFn: async ({ signal }): Promise<Overview> => {
      const answer = await fetch(`/api/a/${account}/overview`, { signal });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS,
  });
  if (!data) return undefined;
  const { pausedInboxes, unknown, refused, blocked, failed, overdue } = data.needs;
  return pausedInboxes.length + unknown + refused + blocked + failed + overdue;
}
