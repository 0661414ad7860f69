"use client";

import { useTranslations } from "next-intl";
import type { Target, Wait } from "@/lib/core/model";

/** A wait as a person would say it: "2 days later, 10:00", "3 days before the due date". */
export function useWaitWords(target: Target) {
  const t = useTranslations("gallery.wait");

  const withoutTime = ({ amount, unit, relative }: Wait, index: number): string => {
    const span = t(unit, { count: amount });
    if (relative) {
      const date = t(`date.${target}`);
      return amount === 0 ? t("on", { date }) : t(relative.side, { span, date });
    }
    if (amount === 0) return t("now");
    return index === 0 ? t("first", { span }) : t("later", { span });
  };

  return (wait: Wait, index: number): string => {
    const words = withoutTime(wait, index);
    return wait.at ? t("at", { wait: words, at: wait.at }) : words;
  };
}
