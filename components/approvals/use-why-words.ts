"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/enrollments/use-sentence";
import type { DraftWhy } from "@/lib/approvals/schema";

/** Why a person is asked: in a few words for the list, in sentences beside the draft. */
export function useWhyWords(timeZone = "UTC") {
  const t = useTranslations("approvals.why");
  const fallback = useTranslations("status.fallback");
  const { why: because } = useSentence(timeZone);
  const reasonOf = (code: string) => (fallback.has(code) ? fallback(code) : `(${code})`);
  return {
    short: (why: DraftWhy): string => t(`short.${why.code}`),
    long: (why: DraftWhy): string => {
      switch (why.code) {
        case "returned":
          return because(why.because);
        case "fallback":
          return t("fallback", { reason: reasonOf(why.fallback) });
        case "findings":
        case "assisted":
          return t(why.code);
      }
    },
  };
}
