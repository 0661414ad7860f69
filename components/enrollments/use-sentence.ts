"use client";

import { useLocale, useTranslations } from "next-intl";
import { sentenceMaker } from "./sentence";

/** Says what the ledger tells in one sentence of the person's language. */
export function useSentence(timeZone: string) {
  const t = useTranslations();
  const locale = useLocale();
  return sentenceMaker(t, { locale, timeZone });
}
