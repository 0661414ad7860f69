import { useTranslations } from "next-intl";
import { TableHead, TableRow } from "@/components/ui/table";
import type { FunnelStep } from "@/lib/reports/funnel-schema";
import { Counted } from "./counted";
import { type AskedFunnel, funnelSendsHref } from "./funnel-address";
import { exitParts, SideLines, standingParts } from "./side-lines";
import { StageRow } from "./stage-row";
import { StepParts } from "./step-parts";
import { useStepName } from "./use-step-name";

/** Each stage is a part of the one that is named with it. */
const STAGES = [
  { fact: "reached", of: null },
  { fact: "sent", of: "reached" },
  { fact: "delivered", of: "sent" },
  { fact: "read", of: "delivered" },
  { fact: "replied", of: "sent" },
  { fact: "converted", of: "sent" },
] as const;

const ASIDE = ["skipped", "failed", "unknown", "optedOut"] as const;

type StepStagesProps = { asked: AskedFunnel; step: FunnelStep; began: number };

/** One step from those who reached it to those who converted after it, and what hangs from it. */
export function StepStages({ asked, step, began }: StepStagesProps) {
  const t = useTranslations("reports.funnel");
  const { name, channel } = useStepName(step);
  const place = { asked, step: step.stepId };
  const opened = (fact: Parameters<typeof funnelSendsHref>[1]) =>
    funnelSendsHref(asked, fact, { step: step.stepId });
  return (
    <>
      <TableRow className="bg-muted">
        <TableHead
          colSpan={4}
          scope="rowgroup"
          className="text-left h-9 max-w-0 whitespace-normal text-foreground text-sm"
        >
          <span className="flex items-baseline gap-2">
            <span className="shrink-0 font-medium">{name}</span>
            {channel && <span className="shrink-0 text-muted-foreground text-xs">{channel}</span>}
            <span className="truncate text-muted-foreground text-xs">{step.name ?? step.text}</span>
          </span>
        </TableHead>
      </TableRow>
      {STAGES.map(({ fact, of }) => (
        <StageRow
          key={fact}
          name={t(fact)}
          count={step[fact]}
          href={opened(fact)}
          of={of ? { name: t(of), count: step[of] } : { name: t("began"), count: began }}
          began={began}
          tone={fact === "replied" || fact === "converted" ? "green" : "primary"}
        />
      ))}
      <SideLines
        lines={[
          {
            name: t("aside"),
            parts: ASIDE.filter((fact) => step[fact] > 0).map((fact) => (
              <Counted key={fact} count={step[fact]} href={opened(fact)} words={t(fact)} />
            )),
          },
          { name: t("exits"), parts: exitParts(place, step.exits) },
          { name: t("standing"), parts: standingParts(place, step) },
        ]}
      />
      <StepParts asked={asked} step={step} />
    </>
  );
}
