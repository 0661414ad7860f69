import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Compared, ComparedStep, ComparedVariant, Comparison } from "@/lib/reports/schema";
import { CsvLink } from "./csv-link";
import { DifferenceWords, edgesOf } from "./difference-words";
import { type Asked, sendsHref, tableHref } from "./report-address";
import { ShareWords } from "./share-words";
import { STACKED_HEAD, StackedCell, StackedRow, WHOLE_WIDTH } from "./stacked";
import { useLabels } from "./use-labels";
import { useNumbers } from "./use-numbers";

/** The texts of each step that has several, against its first. */
export function VariantsSection({ asked, comparison }: { asked: Asked; comparison: Comparison }) {
  const t = useTranslations("reports.variants");
  const { steps } = comparison;
  return (
    <Section title={t("title")} description={t(steps.length === 0 ? "none" : "text")}>
      {steps.length > 0 && (
        <div className="grid grid-cols-1 gap-5">
          {steps.map((step) => (
            <ComparedTable key={`${step.sequenceId} ${step.stepId}`} asked={asked} step={step} />
          ))}
          <CsvLink href={tableHref(asked, "comparison")}>{t("csv")}</CsvLink>
        </div>
      )}
    </Section>
  );
}

const MEASURES = { reply: "replied", conversion: "converted" } as const;

function ComparedTable({ asked, step }: { asked: Asked; step: ComparedStep }) {
  const t = useTranslations("reports");
  const { stepOf } = useLabels();
  const edges = edgesOf(
    step.variants.flatMap(({ reply, conversion }) => [reply.against, conversion.against]),
  );
  return (
    <div className="grid grid-cols-1 gap-1">
      <h3 className="font-medium">{stepOf(step)}</h3>
      <div className="-mx-4 md:-mx-6">
        <Table className="max-md:block">
          <TableHeader className={STACKED_HEAD}>
            <TableRow>
              <TableHead>{t("variants.variant")}</TableHead>
              <TableHead className="text-right">{t("metrics.sent.name")}</TableHead>
              <TableHead>{t("metrics.reply.name")}</TableHead>
              <TableHead>{t("variants.difference")}</TableHead>
              <TableHead>{t("metrics.conversion.name")}</TableHead>
              <TableHead>{t("variants.difference")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody className="max-md:block">
            {step.variants.map((variant) => (
              <VariantLine
                key={variant.variantId}
                asked={asked}
                step={step}
                variant={variant}
                edges={edges}
              />
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}

type VariantLineProps = {
  asked: Asked;
  step: ComparedStep;
  variant: ComparedVariant;
  edges: { from: number; to: number };
};

function VariantLine({ asked, step, variant, edges }: VariantLineProps) {
  const t = useTranslations("reports");
  const { text } = useLabels();
  const say = useNumbers();
  const isFirst = variant.variantId === step.stepId;
  const list = (fact: "sent" | "replied" | "converted", count: string) => (
    <Link
      className="link"
      href={sendsHref(asked, fact, {
        sequence: step.sequenceId,
        step: step.stepId,
        variant: variant.variantId,
      })}
    >
      {count}
    </Link>
  );
  const against = (compared: Compared) =>
    isFirst ? (
      <span className="text-muted-foreground text-xs">{t("variants.first")}</span>
    ) : (
      <DifferenceWords difference={compared.against} isEnough={compared.isEnough} edges={edges} />
    );
  return (
    <StackedRow name={text(variant.letter)}>
      <StackedCell column={t("metrics.sent.name")} className="md:text-right">
        {list("sent", say.count(variant.counts.sent))}
      </StackedCell>
      {(["reply", "conversion"] as const).flatMap((measure) => [
        <StackedCell key={measure} column={t(`metrics.${measure}.name`)}>
          <ShareWords share={variant[measure].share} opened={(count) => list(MEASURES[measure], count)} />
        </StackedCell>,
        <StackedCell
          key={`${measure} difference`}
          column={t("variants.difference")}
          className={isFirst ? "max-md:hidden" : WHOLE_WIDTH}
        >
          {against(variant[measure])}
        </StackedCell>,
      ])}
    </StackedRow>
  );
}
