"use client";

import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tones";
import type { ImportReport } from "@/lib/contacts/import/report";

/** How many rows of the file are, or will be, what. */
export function ReportCounts({ report, isDryRun = false }: { report: ImportReport; isDryRun?: boolean }) {
  const t = useTranslations(isDryRun ? "contacts.import.dryRun" : "contacts.import.done");
  const counts: { key: "created" | "updated" | "unusable" | "suppressed"; tone: Tone }[] = [
    { key: "created", tone: "green" },
    { key: "updated", tone: "blue" },
    { key: "unusable", tone: "red" },
    { key: "suppressed", tone: "amber" },
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {counts.map(({ key, tone }) =>
        report[key] === 0 && key === "suppressed" ? null : (
          <li key={key}>
            <Status tone={report[key] === 0 ? "grey" : tone}>{t(key, { count: report[key] })}</Status>
          </li>
        ),
      )}
    </ul>
  );
}
