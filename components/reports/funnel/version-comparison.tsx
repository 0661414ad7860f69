import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { difference, proportion } from "@/lib/core/intervals";
import { isEnough, shareOf } from "@/lib/core/metrics";
import type { Funnel, FunnelStep } from "@/lib/reports/funnel-schema";
import { DifferenceWords, edgesOf } from "../difference-words";
import { useNumbers } from "../use-numbers";
import { Counted } from "./counted";
import { type AskedFunnel, funnelRunsHref, funnelSendsHref } from "./funnel-address";
import { useStepName } from "./use-step-name";

type Side = { name: string; asked: AskedFunnel; funnel: Funnel };

const SHOWN = ["reached", "sent", "replied", "converted"] as const;

/** Two versions side by side: each stage as a share of the runs that began, steps matched by what they are. */
export function VersionComparison({ sides }: { sides: [Side, Side] }) {
  const t = useTranslations("reports.funnel");
  const [one, other] = sides;
  const steps = [
    ...new Map([...other.funnel.steps, ...one.funnel.steps].map((step) => [step.stepId, step])).values(),
  ];
  const shares = sides.map(({ funnel }) => proportion(funnel.converted, funnel.began));
  const [is, was] = shares;
  const gained = is && was ? difference(was, is) : null;
  return (
    <Section title={t("compared", { one: one.name, other: other.name })} description={t("comparedText")}>
      <div className="-mx-4 md:-mx-6">
        <Table>
          <TableHeader>
            <TableRow>
              <TableHead>{t("stage")}</TableHead>
              {sides.map(({ name }) => (
                <TableHead key={name} className="text-right">
                  {name}
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            <TableRow>
              <TableHead scope="row" className="text-left font-medium text-foreground text-sm">
                {t("began")}
              </TableHead>
              {sides.map(({ name, asked, funnel }) => (
                <TableCell key={name} className="text-right">
                  <Counted count={funnel.began} href={funnelRunsHref(asked)} />
                </TableCell>
              ))}
            </TableRow>
            {steps.map((step) => (
              <StepLines key={step.stepId} step={step} sides={sides} />
            ))}
            <TableRow>
              <TableHead scope="row" className="text-left font-medium text-foreground text-sm">
                {t("convertedAll")}
              </TableHead>
              {sides.map(({ name, asked, funnel }) => (
                <TableCell key={name} className="text-right">
                  <CountedShare
                    count={funnel.converted}
                    began={funnel.began}
                    href={funnelSendsHref(asked, "converted")}
                  />
                </TableCell>
              ))}
            </TableRow>
          </TableBody>
        </Table>
      </div>
      <p className="text-muted-foreground">{t("comparedConversion", { one: one.name, other: other.name })}</p>
      <div className="max-w-sm">
        <DifferenceWords
          difference={gained}
          isEnough={sides.every(({ funnel }) => isEnough(funnel.began))}
          edges={edgesOf([gained])}
        />
      </div>
    </Section>
  );
}

function StepLines({ step, sides }: { step: FunnelStep; sides: [Side, Side] }) {
  const t = useTranslations("reports.funnel");
  const { name: stepName } = useStepName(step);
  return SHOWN.map((fact) => (
    <TableRow key={fact}>
      <TableHead scope="row" className="text-left text-foreground text-sm max-sm:whitespace-normal">
        {t("stageOf", { step: stepName, stage: t(fact) })}
      </TableHead>
      {sides.map(({ name, asked, funnel }) => {
        const own = funnel.steps.find(({ stepId }) => stepId === step.stepId);
        return (
          <TableCell key={name} className="text-right">
            {own ? (
              <CountedShare
                count={own[fact]}
                began={funnel.began}
                href={funnelSendsHref(asked, fact, { step: step.stepId })}
              />
            ) : (
              <span className="text-muted-foreground">{t("noSuchStep")}</span>
            )}
          </TableCell>
        );
      })}
    </TableRow>
  ));
}

function CountedShare({ count, began, href }: { count: number; began: number; href: string | null }) {
  const say = useNumbers();
  return (
    <span className="inline-flex items-baseline gap-x-2 whitespace-nowrap max-sm:flex-col max-sm:items-end">
      {say.share(shareOf(count, began))}
      <span className="min-w-8 text-xs">
        <Counted count={count} href={href} />
      </span>
    </span>
  );
}
