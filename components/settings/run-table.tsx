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
            <TableHead className="max-md:hidden">{t("waitsFor")}</TableHead>
            <TableHead>{t("started")}</TableHead>
            <TableHead className="max-md:hidden">{t("ended")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id}>
              <TableCell>
                <button
                  type="button"
                  onClick={() => onOpen(run.id)}
                  className="rounded-sm text-left font-medium hover:underline max-md:[overflow-wrap:anywhere] md:whitespace-nowrap"
                >
                  {run.functionId}
                </button>
                {/* On a phone below its name, in place of a column. */}
                <span className="block text-muted-foreground text-xs md:hidden">
                  <RunStands run={run} />
                </span>
              </TableCell>
              <TableCell>
                <RunStatusWord status={run.status} />
              </TableCell>
              <TableCell className="text-muted-foreground max-md:hidden">
                <RunStands run={run} />
              </TableCell>
              <TableCell className="text-muted-foreground md:whitespace-nowrap">
                <RelativeTime at={run.startedAt} />
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground max-md:hidden">
                {run.endedAt && <RelativeTime at={run.endedAt} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** What it waits for, or what made it fail. */
function RunStands({ run }: { run: RunListed }) {
  if (run.waiting) return <RunWaiting waiting={run.waiting} />;
  return <span className="line-clamp-2">{run.error}</span>;
}
