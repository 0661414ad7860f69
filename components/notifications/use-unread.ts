"use client";

import { useQuery } from "@tanstack/react-query";
import type { Unread } from "@/lib/notifications/data";

/** The bell stands on every screen, so it asks for one number alone, and less often than a list is read. */
const REFRESH_MS = 8_000;

/** How many notifications a person has not read; undefined until it is known. */
export function useUnread(account: string): Unread | undefined {
  const { data } = useQuery({
    queryKey: ["live", account, "notifications/unread"],
    queryFn: async ({ signal }): Promise<Unread> => {
      const answer = await fetch(`/api/a/${account}/notifications/unread`, { signal });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    refetchInterval: REFRESH_MS,
    refetchIntervalInBackground: false,
    staleTime: REFRESH_MS,
  });
  return data;
}
