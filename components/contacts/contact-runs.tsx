"use client";

import { useTranslations } from "next-intl";
import { RunState } from "@/components/enrollments/run-state";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ContactRun } from "@/lib/contacts/detail";

type ContactRunsProps = { account: string; runs: ContactRun[]; timeZone: string };

export function ContactRuns({ account, runs, timeZone }: ContactRunsProps) {
  const t = useTranslations("contacts.runs");
  if (runs.length === 0) return <p className="text-muted-foreground">{t("none")}</p>;
  return (
    <div className="-mx-4 md:-mx-6">
      <Table aria-label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("sequence")}</TableHead>
            <TableHead>{t("state")}</TableHead>
            <TableHead>{t("next")}</TableHead>
            <TableHead>{t("enrolled")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id}>
              <TableCell className="max-w-56 truncate">
                <Link className="link" href={`/${account}/enrollments?run=${run.id}`}>
                  {run.sequenceName}
                </Link>
              </TableCell>
              <TableCell>
                <RunState status={run.status} endReason={run.endReason} />
              </TableCell>
              <TableCell className="whitespace-nowrap">
                {run.nextActionAt ? <RelativeTime at={run.nextActionAt} timeZone={timeZone} /> : "–"}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <RelativeTime at={run.enrolledAt} timeZone={timeZone} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
