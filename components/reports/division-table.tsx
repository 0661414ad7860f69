import { useTranslations } from "next-intl";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { ENOUGH } from "@/lib/core/metrics";
import type { Division, DivisionReport, DivisionTimes } from "@/lib/reports/schema";
import { CsvLink } from "./csv-link";
import { Definition } from "./definition";
import { DivisionLine } from "./division-line";
import { type Asked, RATE_COLUMNS, tableHref } from "./report-address";
import { SortHead } from "./sort-head";
import { sortedRows } from "./sorted-rows";
import { useLabels } from "./use-labels";

type DivisionTableProps = {
  asked: Asked;
  by: Division;
  division: DivisionReport;
  /** Null while they are on their way. */
  times: DivisionTimes | null;
};

/** Every figure of the report for each sequence, step, channel and so on. */
export function DivisionTable({ asked, by, division, times }: DivisionTableProps) {
  const t = useTranslations("reports");
  const { label } = useLabels();
  const shown = division.rows.map((row) => (times ? { ...row, ...(times[row.key] ?? NO_TIMES) } : row));
  const rows = sortedRows(shown, asked.view, (row) => label(row.label));
  const hasFew = rows.some(({ isEnough }) => !isEnough);
  const hasRevenue = rows.some(({ revenue }) => revenue.length > 0);
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="-mx-4 md:-mx-6">
        <Table>
          <caption className="sr-only">{t("by.caption", { by: t(`by.${by}`) })}</caption>
          <TableHeader>
            <TableRow>
              <SortHead asked={asked} sort="label" name={t(`by.${by}`)} />
              {(["sent", ...RATE_COLUMNS, "toReply", "toGoal"] as const).map((metric) => (
                <SortHead key={metric} asked={asked} sort={metric} name={t(`metrics.${metric}.name`)}>
                  <Definition
                    className="py-1 text-right"
                    name={t(`metrics.${metric}.name`)}
                    text={t(`metrics.${metric}.text`)}
                  />
                </SortHead>
              ))}
              {hasRevenue && (
                <TableHead className="px-1.5 pb-1.5 text-right align-bottom">
                  <Definition
                    className="py-1 text-right"
                    name={t("metrics.revenue.name")}
                    text={t("metrics.revenue.text")}
                  />
                </TableHead>
              )}
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <DivisionLine
                key={row.key}
                asked={asked}
                row={row}
                label={label(row.label)}
                hasRevenue={hasRevenue}
              />
            ))}
          </TableBody>
        </Table>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-muted-foreground text-xs">
        <CsvLink href={tableHref(asked, by)}>{t("by.csv")}</CsvLink>
        <span>
          {hasFew && t("by.fewText", { enough: ENOUGH })} {division.isCut && t("by.cut")}
        </span>
      </div>
    </div>
  );
}

const NEVER = { count: 0, median: null, p90: null };
const NO_TIMES = { toReply: NEVER, toGoal: NEVER };
