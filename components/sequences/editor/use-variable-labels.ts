"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Variable } from "@/lib/core/variables";

/** What variables are called in the reader's language, by their names; the same map while both stay. */
export function useVariableLabels(variables: readonly Variable[]): ReadonlyMap<string, string> {
  const t = useTranslations("step.variable.names");
  return useMemo(
    () =>
      new Map(
        variables.map(({ name, label, labelKey }) => [
          name,
          labelKey && t.has(labelKey) ? t(labelKey) : (label ?? name),
        ]),
      ),
    [variables, t],
  );
}
