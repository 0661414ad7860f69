import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Funnel } from "@/lib/reports/funnel-schema";
import { NONE } from "@/lib/sends/schema";
import { Counted } from "./counted";
import { type AskedFunnel, funnelRunsHref, funnelSendsHref } from "./funnel-address";
import { exitParts, SideLines, standingParts } from "./side-lines";
import { StageRow } from "./stage-row";
import { StepStages } from "./step-stages";

/** From everybody who began down to who converted: the drawing and its table in one. */
export function FunnelTable({ asked, funnel }: { asked: AskedFunnel; funnel: Funnel }) {
  const t = useTranslations("reports.funnel");
  const { began, after, converted, convertedBefore, holdouts } = funnel;
  const runs = (more: Parameters<typeof funnelRunsHref>[1]) => funnelRunsHref(asked, more);
  return (
    <div className="-mx-4 md:-mx-6">
      <Table>
        <caption className="sr-only">{t("caption")}</caption>
        <TableHeader>
          <TableRow>
            <TableHead>{t("stage")}</TableHead>
            <TableHead className="text-right">{t("runs")}</TableHead>
            <TableHead className="whitespace-normal text-right">{t("ofBefore")}</TableHead>
            <TableHead className="text-right max-sm:hidden">{t("ofAll")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          <StageRow name={t("began")} count={began} href={runs({})} began={began} isStrong />
          <SideLines
            lines={[
              { name: t("inFlight"), parts: standingParts({ asked }, funnel) },
              {
                name: t("ended"),
                parts: [<Counted key="ended" count={funnel.ended} href={runs({ status: "ended" })} />],
              },
              {
                name: t("holdouts"),
                parts:
                  holdouts.began > 0
                    ? [
                        <Counted key="began" count={holdouts.began} href={runs({ holdout: "yes" })} />,
                        <Counted
                          key="converted"
                          count={holdouts.converted}
                          href={funnelSendsHref(asked, "converted", { holdout: "yes" })}
                          words={t("heldOutConverted")}
                        />,
                      ]
                    : [],
              },
            ]}
          />
        </TableBody>
        {funnel.steps.map((step) => (
          <TableBody key={step.stepId}>
            <StepStages asked={asked} step={step} began={began} />
          </TableBody>
        ))}
        <TableBody>
          <TableRow className="bg-muted">
            <TableHead
              colSpan={4}
              scope="rowgroup"
              className="text-left h-9 font-medium text-foreground text-sm"
            >
              {t("after")}
            </TableHead>
          </TableRow>
          <StageRow
            name={t("convertedAll")}
            count={converted}
            href={funnelSendsHref(asked, "converted")}
            of={{ name: t("began"), count: began }}
            began={began}
            tone="green"
            isStrong
          />
          <SideLines
            lines={[
              {
                name: t("convertedBefore"),
                parts:
                  convertedBefore > 0
                    ? [
                        <Counted
                          key="before"
                          count={convertedBefore}
                          href={funnelSendsHref(asked, "converted", { step: NONE })}
                        />,
                      ]
                    : [],
              },
              { name: t("exits"), parts: exitParts({ asked, step: NONE }, after.exits) },
              { name: t("standing"), parts: standingParts({ asked, step: NONE }, after) },
              { name: t("allExits"), parts: exitParts({ asked }, funnel.exits) },
            ]}
          />
          {!funnel.steps.length && (
            <TableRow>
              <TableCell colSpan={4}>{t("noSteps")}</TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
    </div>
  );
}
