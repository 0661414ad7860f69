"use client";

import { useQuery } from "@tanstack/react-query";
import type { MissingValues } from "@/lib/sequences/schema";
import { useEditor } from "../editor/editor-scope";
import { getJson } from "../get-json";

/** How many real contacts have no value for these variables, and which of them are worth a word for it. */
export function useMissingValues(variables: readonly string[]) {
  const { account } = useEditor();
  const asked = [...new Set(variables)].sort().join(",");
  const { data, isError } = useQuery({
    queryKey: ["missing-values", account, asked],
    queryFn: () =>
      getJson<MissingValues>(
        `/api/a/${account}/sequences/missing-values?variables=${encodeURIComponent(asked)}`,
      ),
    enabled: asked !== "",
    staleTime: 5 * 60_000,
    retry: false,
  });
  const counts = data ?? {};
  const isAtRisk = (variable: string): boolean => {
    const count = counts[variable];
    if (count) return count.missing > 0 || count.of === 0;
    // Who is responsible differs by run, so it cannot be counted beforehand.
    return isError || variable.startsWith("agent.");
  };
  return { counts, isAtRisk };
}
