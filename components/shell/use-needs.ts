"use client";

import { useQuery } from "@tanstack/react-query";
import type { Trouble } from "@/lib/troubles/schema";

/** The count stands on every screen, so it is asked for seldom. */
const REFRESH_MS = 60_000;

/** How many things are stuck in the account; undefined until it is known. */
export function useNeeds(account: string): number | undefined {
  const { data } = useQuery({
    queryKey: ["live", account, "troubles"],
    queryFn: async ({ signal }): Promise<Trouble[]> => {
      const answer = await fetch(`/api/a/${account}/troubles`, { signal });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS,
  });
  if (!data) return undefined;
  return data.reduce((sum, { count }) => sum + count, 0);
}
