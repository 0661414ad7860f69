"use client";

import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportReport } from "@/lib/contacts/import/report";

/** The rows that are left out, each with its line in the file and why. */
export function ReportProblems({ report }: { report: ImportReport }) {
  const t = useTranslations("contacts.import");
  const problem = useTranslations("contacts.problem");
  if (report.problems.length === 0) return null;
  const more = report.unusable - report.problems.length;
  return (
    <section
      aria-label={t("problems")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-56 overflow-y-auto rounded-md border"
    >
      <Table aria-label={t("problems")}>
        <TableHeader>
          <TableRow>
            <TableHead className="w-16 text-right">{t("line")}</TableHead>
            <TableHead>{t("problem")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {report.problems.map(({ line, code, data }) => (
            <TableRow key={line}>
              <TableCell className="text-right">{line}</TableCell>
              <TableCell>{problem(code, data)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {more > 0 && <p className="px-4 py-2 text-muted-foreground">{t("moreProblems", { count: more })}</p>}
    </section>
  );
}
