"use client";

import { useQuery } from "@tanstack/react-query";
import { useEditor } from "../editor/editor-scope";
import { missingValuesQuery } from "../missing-values";

/** How many real contacts have no value for these variables, and which of them are worth a word for it. */
export function useMissingValues(variables: readonly string[]) {
  const { account } = useEditor();
  const { data, isError } = useQuery(missingValuesQuery(account, variables));
  const counts = data ?? {};
  const isAtRisk = (variable: string): boolean => {
    const count = counts[variable];
    if (count) return count.missing > 0 || count.of === 0;
    // Who is responsible differs by run, so it cannot be counted beforehand.
    return isError || variable.startsWith("agent.");
  };
  return { counts, isAtRisk };
}
