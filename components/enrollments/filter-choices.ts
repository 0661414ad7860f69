"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/sequences/get-json";
import type { RunChoices } from "@/lib/enrollments/read-choices";

/** What the server knows that filters may be set to; undefined until it has answered. */
export function useFilterChoices(
  account: string,
  sequence: string | undefined,
  isNeeded: boolean,
): RunChoices | undefined {
  const { data } = useQuery({
    queryKey: ["enrollment-choices", account, sequence ?? null],
    queryFn: () =>
      getJson<RunChoices>(`/api/a/${account}/enrollments/choices${sequence ? `?sequence=${sequence}` : ""}`),
    enabled: isNeeded,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  return data;
}
