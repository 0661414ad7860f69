"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { ImportReport } from "@/lib/contacts/import/report";
import { ReportCounts } from "./report-counts";
import { ReportProblems } from "./report-problems";
import { UndoImport } from "./undo-import";

type ImportDoneProps = {
  account: string;
  report: ImportReport;
  onEnroll?: (importedAt: string) => void;
  onClose: () => void;
};

export function ImportDone({ account, report, onEnroll, onClose }: ImportDoneProps) {
  const t = useTranslations("contacts.import");
  const [isUndone, setUndone] = useState(false);
  const importedAt = isUndone ? null : report.importedAt;
  return (
    <>
      <div role="status" className="grid gap-3">
        <ReportCounts report={report} />
        <ReportProblems report={report} />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        {importedAt && (
          <Button asChild variant="outline">
            <Link
              href={`/${account}/contacts?importedAt=${encodeURIComponent(importedAt)}`}
              onClick={onClose}
            >
              {t("show")}
            </Link>
          </Button>
        )}
        {importedAt && onEnroll && (
          <Button variant="outline" onClick={() => onEnroll(importedAt)}>
            {t("enrollThem")}
          </Button>
        )}
        {report.importId && (
          <UndoImport
            account={account}
            importId={report.importId}
            name={t("title")}
            onUndone={() => setUndone(true)}
          />
        )}
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </>
  );
}
