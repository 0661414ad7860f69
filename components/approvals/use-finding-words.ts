"use client";

import { useLocale, useTranslations } from "next-intl";
import { factName, factSays } from "@/components/enrollments/fact-words";
import type { Finding } from "@/lib/core/model-maestro";
import { findingSentence } from "@/lib/guard-words";

/** What the guard found, and what is known instead, in the reader's words. */
export function useFindingWords() {
  const all = useTranslations();
  const t = useTranslations("guard");
  const locale = useLocale();
  const name = (fact: string) => factName(all, fact);
  const says = (value: string) => factSays(value, locale);
  return {
    name,
    says,
    sentence: (finding: Finding): string => findingSentence(t, finding),
    /** The nearest fact; null of what no fact could support. */
    known: ({ code, fact }: Finding): string | null => {
      if (!code.startsWith("unsupported")) return null;
      return fact ? t("known", { fact: name(fact.name), says: says(fact.says) }) : t("nothingKnown");
    },
  };
}
