"use client";

import { useTranslations } from "next-intl";
import type { Variable } from "@/lib/core/variables";

/** A variable's name in the reader's language; one that does not exist keeps the name it was typed with. */
export function useVariableNames(variables: readonly Variable[]) {
  const t = useTranslations("step.variable.names");
  return (name: string): string => {
    const variable = variables.find((one) => one.name === name);
    if (!variable) return name;
    return variable.labelKey && t.has(variable.labelKey) ? t(variable.labelKey) : (variable.label ?? name);
  };
}
