"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RunListed } from "@/lib/executor/data";
import { RunStatusWord, RunWaiting } from "./run-words";

type RunTableProps = { runs: RunListed[]; onOpen: (id: string) => void };

export function RunTable({ runs, onOpen }: RunTableProps) {
  const t = useTranslations("settings.runs");
  return (
    <div className="-mx-4 border-t md:-mx-6">
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead>{t("function")}</TableHead>
            <TableHead>{t("state")}</TableHead>
            <TableHead>{t("waitsFor")}</TableHead>
            <TableHead>{t("started")}</TableHead>
            <TableHead>{t("ended")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id}>
              <TableCell>
                <button
                  type="button"
                  onClick={() => onOpen(run.id)}
                  className="whitespace-nowrap rounded-sm font-medium hover:underline"
                >
                  {run.functionId}
                </button>
              </TableCell>
              <TableCell>
                <RunStatusWord status={run.status} />
              </TableCell>
              <TableCell className="text-muted-foreground">
                {run.waiting ? (
                  <RunWaiting waiting={run.waiting} />
                ) : (
                  <span className="line-clamp-2">{run.error}</span>
                )}
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground">
                <RelativeTime at={run.startedAt} />
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground">
                {run.endedAt && <RelativeTime at={run.endedAt} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
