"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { EnrollmentListItem } from "@/lib/enrollments/data";
import { EnrollmentRow } from "./enrollment-row";

type EnrollmentTableProps = {
  runs: EnrollmentListItem[];
  timeZone: string;
  openId: string | null;
  onOpen: (id: string) => void;
  /** Null where the person may not act on runs. */
  selected: ReadonlySet<string> | null;
  onSelect: (selected: ReadonlySet<string>) => void;
  /** Another filter's rows are shown until its own arrive: nobody ticks those. */
  isReading: boolean;
};

export function EnrollmentTable({
  runs,
  timeZone,
  openId,
  onOpen,
  selected,
  onSelect,
  isReading,
}: EnrollmentTableProps) {
  const t = useTranslations("enrollments");
  const chosen = runs.filter((run) => selected?.has(run.id)).length;
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <Table aria-label={t("title")} aria-busy={isReading} className={cn(isReading && "opacity-60")}>
      <TableHeader>
        <TableRow>
          {selected && (
            <TableHead className="w-8 pr-0!">
              <Checkbox
                aria-label={t("selectAll")}
                disabled={isReading}
                checked={chosen === 0 ? false : chosen === runs.length ? true : "indeterminate"}
                onCheckedChange={(isChecked) => onSelect(new Set(isChecked ? runs.map((run) => run.id) : []))}
              />
            </TableHead>
          )}
          <TableHead>{t("columns.contact")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.sequence")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.step")}</TableHead>
          <TableHead>{t("columns.state")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.next")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.last")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {runs.map((run) => (
          <EnrollmentRow
            key={run.id}
            run={run}
            timeZone={timeZone}
            isOpen={run.id === openId}
            isSelected={selected?.has(run.id)}
            isReading={isReading}
            onSelect={() => toggle(run.id)}
            onOpen={() => onOpen(run.id)}
          />
        ))}
      </TableBody>
    </Table>
  );
}
