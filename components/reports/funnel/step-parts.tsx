import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { FunnelCounts, FunnelStep } from "@/lib/reports/funnel-schema";
import { NONE } from "@/lib/sends/schema";
import { STACKED_HEAD, StackedCell, StackedRow } from "../stacked";
import { useLabels } from "../use-labels";
import { Counted } from "./counted";
import { type AskedFunnel, funnelSendsHref } from "./funnel-address";

type Part = FunnelCounts & { key: string; name: string; filter: { variant?: string; channel?: string } };

/** The same step divided by its texts and by the channels that were chosen, behind a line that opens. */
export function StepParts({ asked, step }: { asked: AskedFunnel; step: FunnelStep }) {
  const t = useTranslations("reports.funnel");
  const { text, label } = useLabels();
  const variants = step.variants.map((variant) => ({
    ...variant,
    key: variant.variantId ?? NONE,
    name: text(variant.letter),
    filter: { variant: variant.variantId ?? NONE },
  }));
  const channels = step.channels.map((of) => ({
    ...of,
    key: of.channel ?? NONE,
    name: label({ by: "channel", channel: of.channel }),
    filter: { channel: of.channel ?? NONE },
  }));
  if (variants.length === 0 && channels.length < 2) return null;
  return (
    <TableRow>
      <TableCell colSpan={4} className="h-auto pb-3">
        <div className="grid gap-1">
          {variants.length > 0 && (
            <Divided title={t("variants")} asked={asked} step={step.stepId} parts={variants} />
          )}
          {channels.length > 1 && (
            <Divided title={t("channels")} asked={asked} step={step.stepId} parts={channels} />
          )}
        </div>
      </TableCell>
    </TableRow>
  );
}

const SHOWN = ["reached", "sent", "delivered", "read", "replied", "converted"] as const;

type DividedProps = { title: string; asked: AskedFunnel; step: string; parts: Part[] };

function Divided({ title, asked, step, parts }: DividedProps) {
  const t = useTranslations("reports.funnel");
  return (
    <details className="group">
      <summary className="inline-flex h-7 list-none items-center gap-1 rounded-sm text-muted-foreground text-xs hover:text-foreground touch:h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <Table className="max-md:block">
        <TableHeader className={STACKED_HEAD}>
          <TableRow>
            <TableHead>{title}</TableHead>
            {SHOWN.map((fact) => (
              <TableHead key={fact} className="text-right">
                {t(fact)}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody className="max-md:block">
          {parts.map((part) => (
            <StackedRow key={part.key} name={part.name}>
              {SHOWN.map((fact) => (
                <StackedCell key={fact} column={t(fact)} className="md:h-8 md:py-1 md:text-right">
                  <Counted count={part[fact]} href={funnelSendsHref(asked, fact, { step, ...part.filter })} />
                </StackedCell>
              ))}
            </StackedRow>
          ))}
        </TableBody>
      </Table>
    </details>
  );
}
