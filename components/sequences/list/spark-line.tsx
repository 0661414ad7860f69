"use client";

import { useTranslations } from "next-intl";
import type { DaySends } from "@/lib/sequences/schema";
import { sparkPoints } from "./spark-points";

const WIDTH = 84;
const HEIGHT = 20;

/** Sends per day of the last two weeks, as a line; its text says the numbers that matter. */
export function SparkLine({ sends }: { sends: DaySends | undefined }) {
  const t = useTranslations("sequences.spark");
  if (!sends) return <span className="block h-5 w-21" aria-hidden />;
  const total = sends.days.reduce((sum, day) => sum + day, 0);
  if (total === 0) return <span className="text-muted-foreground">–</span>;
  const most = Math.max(...sends.days);
  const text = t(sends.isPartial ? "partial" : "text", { total, most, today: sends.days.at(-1) ?? 0 });
  return (
    <svg role="img" aria-label={text} width={WIDTH} height={HEIGHT} className="block text-primary">
      <title>{text}</title>
      <polyline
        points={sparkPoints(sends.days, WIDTH, HEIGHT)}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
