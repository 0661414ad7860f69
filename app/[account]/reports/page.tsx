import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DivisionTabs } from "@/components/reports/division-tabs";
import { FilterBar } from "@/components/reports/filter-bar";
import { Later } from "@/components/reports/later";
import { type Asked, reportViewSchema } from "@/components/reports/report-address";
import { ReportParts } from "@/components/reports/report-parts";
import { ReportShape } from "@/components/reports/report-shapes";
import { SegmentNote, SegmentNoteShape } from "@/components/reports/segment-note";
import { PageHeader } from "@/components/ui/page-header";
import { fromAddress } from "@/lib/address";
import { accountPage } from "@/lib/gate";
import { reportChoices } from "@/lib/reports/choices";
import { variantsOf } from "@/lib/reports/comparison";
import { divisionOf, divisionTimesOf, heatOf, reportOf, timesOf } from "@/lib/reports/data";
import { liftOf } from "@/lib/reports/lift";
import { isFuture, periodsOf } from "@/lib/reports/period";
import { reportFilterSchema } from "@/lib/reports/schema";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports");
  return { title: t("title") };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const { accountId, account } = await accountPage(params, "reports.view");
  const t = await getTranslations("reports");
  const query = await searchParams;
  const filter = fromAddress(reportFilterSchema, query);
  const view = fromAddress(reportViewSchema, query);
  const choices = await reportChoices(accountId, filter.sequence);
  // An old address may name a segment that was deleted.
  if (!choices.segments.some(({ id }) => id === filter.segment)) delete filter.segment;
  const now = new Date();
  const { zone } = choices;
  const { period } = periodsOf(filter, now, zone);
  const asked: Asked = { account: account.slug, filter, view, period };
  const by = view.by ?? "sequence";
  const parts = early({
    report: Promise.all([reportOf(accountId, filter, now), timesOf(accountId, filter, now)]),
    division: by === "hour" ? undefined : divisionOf(accountId, filter, by, now),
    rowTimes: by === "hour" ? undefined : divisionTimesOf(accountId, filter, by, now),
    heat: by === "hour" ? heatOf(accountId, filter, now) : undefined,
    lift: liftOf(accountId, filter, now),
    comparison: variantsOf(accountId, filter, now),
  });
  const lift = Promise.all([parts.division, parts.rowTimes, parts.heat]).then(() => parts.lift);
  early({ lift });
  return (
    <>
      <PageHeader title={t("title")} description={t("text", { zone })} />
      <FilterBar asked={asked} choices={choices} />
      {filter.segment && (
        <Later of={parts.report} shape={<SegmentNoteShape />}>
          {([{ membersAt }]) => <SegmentNote membersAt={membersAt} zone={zone} />}
        </Later>
      )}
      <Later of={parts.report} shape={<ReportShape />}>
        {([report, times]) => (
          <ReportParts
            asked={asked}
            report={report}
            times={times}
            // From above to below, so that nothing that is read moves.
            parts={{ ...parts, lift }}
            isFuture={isFuture(period, now, zone)}
            tabs={<DivisionTabs asked={asked} />}
          />
        )}
      </Later>
    </>
  );
}

/** Begun all at once. A part that fails says so where it is awaited, even if that is later. */
function early<Parts extends Record<string, Promise<unknown> | undefined>>(parts: Parts): Parts {
  for (const part of Object.values(parts)) part?.catch(() => {});
  return parts;
}
