"use client";

import { useTranslations } from "next-intl";

export function ImportProgress({ rows, total }: { rows: number; total: number }) {
  const t = useTranslations("contacts.import");
  return (
    <div className="grid gap-2" role="status">
      <progress
        aria-label={t("progress")}
        value={rows}
        max={Math.max(total, 1)}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-muted [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-muted [&::-webkit-progress-value]:bg-primary"
      />
      <p className="text-muted-foreground">{t("progressText", { rows, total })}</p>
    </div>
  );
}
