"use client";

import { useQuery } from "@tanstack/react-query";

/**
 * Data of a screen that stays open: the server's first, then read again from `/api/a/<account>/<path>` while the tab
 * is visible. `path` may carry a query.
 */
export function useLive<T>(account: string, path: string, initial: T, everySeconds = 2): T {
  const { data = initial } = useQuery({
    queryKey: ["live", account, path],
    queryFn: async ({ signal }): Promise<T> => {
      const answer = await fetch(`/api/a/${account}/${path}`, { signal });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    initialData: initial,
    refetchInterval: everySeconds * 1000,
    refetchIntervalInBackground: false,
  });
  return data;
}
