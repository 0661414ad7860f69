"use client";

import { useTranslations } from "next-intl";
import { SparkLine } from "@/components/charts/spark-line";
import type { DaySends } from "@/lib/sequences/schema";

/** Sends per day of the last two weeks, as a line; its text says the numbers that matter. */
export function SendSpark({ sends }: { sends: DaySends | undefined }) {
  const t = useTranslations("sequences.spark");
  if (!sends) return <span className="block h-5 w-21" aria-hidden />;
  const total = sends.days.reduce((sum, day) => sum + day, 0);
  if (total === 0) return <span className="text-muted-foreground">–</span>;
  const most = Math.max(...sends.days);
  const text = t(sends.isPartial ? "partial" : "text", { total, most, today: sends.days.at(-1) ?? 0 });
  return <SparkLine values={sends.days} text={text} />;
}
