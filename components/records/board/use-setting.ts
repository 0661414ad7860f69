"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";

type Answer =
  | (Exclude<Parameters<typeof refusalOf>[0], undefined> & { serverError?: { message: string } })
  | undefined;
export type Set = (answer: Promise<Answer>) => Promise<boolean>;

/** Carries out one change of the settings; a refusal is shown beside them until the next change. */
export function useSetting(onDone: () => void): { set: Set; refusal: string | null } {
  const t = useTranslations("records");
  const [refusal, setRefusal] = useState<string | null>(null);
  const set: Set = async (asked) => {
    const answer = await asked.catch(() => undefined);
    const isRefused = !answer || answer.serverError || answer.validationErrors;
    setRefusal(isRefused ? (refusalOf(answer) ?? t("failed")) : null);
    if (!isRefused) onDone();
    return !isRefused;
  };
  return { set, refusal };
}
