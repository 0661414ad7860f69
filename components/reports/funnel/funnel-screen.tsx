import { ChartLine, Download, Filter } from "lucide-react";
import { useTranslations } from "next-intl";
import { Crumb } from "@/components/shell/crumb";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import type { Funnel } from "@/lib/reports/funnel-schema";
import type { ReportChoices } from "@/lib/reports/schema";
import { SegmentNote } from "../segment-note";
import { useNumbers } from "../use-numbers";
import { type AskedFunnel, funnelCsvHref, funnelHref, funnelReportHref } from "./funnel-address";
import { FunnelBar } from "./funnel-bar";
import { FunnelTable } from "./funnel-table";
import { VersionComparison } from "./version-comparison";
import { VersionTable } from "./version-table";

type FunnelScreenProps = {
  asked: AskedFunnel;
  choices: ReportChoices;
  funnel: Funnel;
  /** The version that stands beside it. */
  against: { asked: AskedFunnel; funnel: Funnel } | null;
};

export function FunnelScreen({ asked, choices, funnel, against }: FunnelScreenProps) {
  const t = useTranslations("reports.funnel");
  const filter = useTranslations("reports.filter");
  const { account, filter: meant } = asked;
  const nameOf = (id: string | undefined) => {
    const version = choices.versions.find((one) => one.id === id);
    return version ? filter("versionNumber", { number: version.number }) : filter("anyVersion");
  };
  return (
    <>
      <Crumb>{funnel.sequence.name}</Crumb>
      <PageHeader
        title={t("titleOf", { name: funnel.sequence.name })}
        description={t("text")}
        actions={
          <>
            <Button asChild variant="outline">
              <Link href={`/${account}/sequences/${meant.sequence}`}>{t("builder")}</Link>
            </Button>
            <Button asChild variant="outline">
              <Link href={funnelReportHref(asked)}>
                <ChartLine aria-hidden />
                {t("report")}
              </Link>
            </Button>
            <Button asChild variant="outline">
              <a href={funnelCsvHref(asked)} download>
                <Download aria-hidden />
                {t("csv")}
              </a>
            </Button>
          </>
        }
      />
      <FunnelBar asked={asked} choices={choices} />
      {meant.segment && <SegmentNote membersAt={funnel.membersAt} zone={funnel.zone} />}
      {funnel.began + funnel.holdouts.began === 0 ? (
        <EmptyState
          icon={Filter}
          title={t("empty")}
          action={
            <Link className="link" href={funnelHref(asked, {})}>
              {t("showAll")}
            </Link>
          }
        >
          {t("emptyText")}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-8 px-4 pb-8 md:px-6">
          <Summary funnel={funnel} />
          <FunnelTable asked={asked} funnel={funnel} />
          {against && (
            <VersionComparison
              sides={[
                { name: nameOf(meant.version), asked, funnel },
                { name: nameOf(against.asked.filter.version), ...against },
              ]}
            />
          )}
          <VersionTable asked={asked} funnel={funnel} />
        </div>
      )}
    </>
  );
}

/** The funnel in one sentence. */
function Summary({ funnel }: { funnel: Funnel }) {
  const t = useTranslations("reports.funnel");
  const say = useNumbers();
  const replied = funnel.steps.reduce((sum, step) => sum + step.replied, 0);
  return (
    <p>
      {t("summary", {
        began: say.count(funnel.began),
        sent: say.count(funnel.steps[0]?.sent ?? 0),
        replied: say.count(replied),
        converted: say.count(funnel.converted),
      })}
    </p>
  );
}
