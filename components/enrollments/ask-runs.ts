import { getJson } from "@/components/sequences/get-json";

/** A longer address is refused by servers on the way. */
const LONGEST_QUERY = 6_000;

/** Asks a route about the runs of a list; where a thousand are named one by one, in the body. */
export function askRuns<T>(path: string, query: string): Promise<T> {
  if (query.length <= LONGEST_QUERY) return getJson<T>(`${path}?${query}`);
  return getJson<T>(path, {
    method: "POST",
    body: JSON.stringify(Object.fromEntries(new URLSearchParams(query))),
  });
}
