"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

const EVENT = "event.";

/** What a variable is called in the reader's language: by the given names, else the product's own, else as it is written. */
export function useVariableWords(labels?: ReadonlyMap<string, string>): (variable: string) => string {
  const tName = useTranslations("step.variable.names");
  const tValue = useTranslations("triggers.values");
  return useCallback(
    (variable) => {
      const known = labels?.get(variable);
      if (known && known !== variable) return known;
      if (variable.startsWith(EVENT)) {
        const key = variable.slice(EVENT.length);
        // A key with a dot would ask for a text within a text.
        return /^\w+$/.test(key) && tValue.has(key) ? tValue(key) : variable;
      }
      return /^\w+\.\w+$/.test(variable) && tName.has(variable) ? tName(variable) : variable;
    },
    [labels, tName, tValue],
  );
}
