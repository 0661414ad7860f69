"use client";

import { useTranslations } from "next-intl";
import type { TimelineEntry } from "@/lib/enrollments/timeline-schema";

type BeginningProps = { entries: readonly Pick<TimelineEntry, "kind">[]; hasMore: boolean };

/** Says below the oldest entry that there were older ones, where the ledger keeps only some months. */
export function TimelineBeginning({ entries, hasMore }: BeginningProps) {
  const t = useTranslations("timeline.links");
  if (!hasLostBeginning(entries, hasMore)) return null;
  return <p className="text-muted-foreground text-xs">{t("forgotten")}</p>;
}

/** Every run begins with its enrollment: without it the months before are gone. */
export const hasLostBeginning = (entries: BeginningProps["entries"], hasMore: boolean): boolean =>
  !hasMore && !entries.some(({ kind }) => kind === "enrolled");
