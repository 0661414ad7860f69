"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Because } from "@/lib/core/facts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A decision's reason as a sentence, with its instants written in the zone that the decision used. */
export function useReason() {
  const t = useTranslations("status.because");
  const format = useFormatter();
  return ({ code, data }: Because): string => {
    const timeZone = typeof data.zone === "string" ? data.zone : undefined;
    const shown = Object.entries(data).map(([name, value]) => {
      const isInstant = typeof value === "string" && INSTANT.test(value);
      const text = isInstant
        ? format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short", timeZone })
        : value;
      return [name, typeof text === "boolean" || text === null ? String(text ?? "") : text];
    });
    return t(code, Object.fromEntries(shown));
  };
}
