import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import type {
  Comparison,
  Division,
  DivisionReport,
  DivisionTimes,
  Heat,
  Lift,
  Report,
  Times,
} from "@/lib/reports/schema";
import { DivisionTable } from "./division-table";
import { Headline } from "./headline";
import { HourMap } from "./hour-map";
import { Later } from "./later";
import { LiftSection } from "./lift-section";
import { NothingSent } from "./nothing-sent";
import { OverTime } from "./over-time";
import type { Asked } from "./report-address";
import { PartShape, TableShape } from "./report-shapes";
import { isByTime } from "./sorted-rows";
import { VariantsSection } from "./variants-section";

type ReportPartsProps = {
  asked: Asked;
  report: Report;
  times: Times;
  /** What comes after the figures: one of `division` and `heat`. */
  parts: {
    division?: Promise<DivisionReport>;
    /** Of the division's rows; they are there later than the counts. */
    rowTimes?: Promise<DivisionTimes>;
    heat?: Promise<Heat>;
    lift: Promise<Lift>;
    comparison: Promise<Comparison>;
  };
  isFuture: boolean;
  tabs: ReactNode;
};

/** The report from its figures down to its comparisons. */
export function ReportParts({ asked, report, times, parts, isFuture, tabs }: ReportPartsProps) {
  const t = useTranslations("reports");
  const { by = "sequence" } = asked.view;
  const { attempted, skipped, converted } = report.totals.counts;
  if (attempted + skipped + converted === 0) return <NothingSent asked={asked} isFuture={isFuture} />;
  return (
    <div className="grid grid-cols-1 gap-8 px-4 pb-8 md:px-6">
      <Headline asked={asked} report={report} times={times} />
      <Section title={t("line.title")}>
        <OverTime asked={asked} report={report} />
      </Section>
      <Section title={t("by.title")}>
        {tabs}
        {parts.division && parts.rowTimes && by !== "hour" && (
          <DivisionPart asked={asked} by={by} division={parts.division} rowTimes={parts.rowTimes} />
        )}
        {parts.heat && (
          <Later of={parts.heat} shape={<PartShape height="h-56" />}>
            {(heat) => <HourMap asked={asked} heat={heat} />}
          </Later>
        )}
      </Section>
      <Later of={parts.lift} shape={<PartShape height="h-24" />}>
        {(lift) => <LiftSection asked={asked} lift={lift} />}
      </Later>
      <Later of={parts.comparison} shape={<PartShape height="h-24" />}>
        {(comparison) => <VariantsSection asked={asked} comparison={comparison} />}
      </Later>
    </div>
  );
}

type DivisionPartProps = {
  asked: Asked;
  by: Division;
  division: Promise<DivisionReport>;
  rowTimes: Promise<DivisionTimes>;
};

/** The table with its counts first, its times when they have come; not before those where they sort it. */
function DivisionPart({ asked, by, division, rowTimes }: DivisionPartProps) {
  return (
    <Later of={division} shape={<TableShape />}>
      {(report) => {
        const table = (times: DivisionTimes | null) => (
          <DivisionTable asked={asked} by={by} division={report} times={times} />
        );
        return (
          <Later of={rowTimes} shape={isByTime(asked.view) ? <TableShape /> : table(null)}>
            {table}
          </Later>
        );
      }}
    </Later>
  );
}
