import type { AccountId } from "@/lib/accounts/account-id";
import { difference, type Proportion, proportion } from "@/lib/core/intervals";
import { isEnough } from "@/lib/core/metrics";
import { readCells } from "./data";
import { COLUMNS_OF } from "./divisions";
import type { Counted } from "./figures";
import { withReport } from "./read-scope";
import type { Compared, ComparedStep, ComparedVariant, Comparison, ReportFilter } from "./schema";
import { readStepNames, type StepNames } from "./step-names";

type Variant = Counted & { sequenceId: string; stepId: string; variantId: string };

/**
 * How the variants of each step did, each with its intervals and against the step's own text, the variant "A". Steps that
 * sent one variant alone in the period are left out. Throws as `withReport`.
 */
export const variantsOf = (accountId: AccountId, filter: ReportFilter, now: Date): Promise<Comparison> =>
  withReport(accountId, filter, now, async (scope) => {
    const variants = (await readCells(scope, scope.period, COLUMNS_OF.variant)).flatMap(asVariant);
    const ids = [...new Set(variants.map(({ stepId }) => stepId))];
    const steps = ids
      .map((id) => variants.filter(({ stepId }) => stepId === id))
      .filter((of) => of.length > 1);
    const names = await readStepNames(scope.tx, steps.flat());
    const compared = steps.flatMap((of) => comparedStep(of, names));
    return { zone: scope.zone, period: scope.period, steps: compared.sort(inOrder) };
  });

function asVariant(one: Counted): Variant[] {
  const { sequence_id: sequenceId, step_id: stepId, variant_id: variantId } = one.cell;
  if (!variantId) return [];
  return [{ ...one, sequenceId: String(sequenceId), stepId: String(stepId), variantId: String(variantId) }];
}

function comparedStep(of: readonly Variant[], names: StepNames): ComparedStep[] {
  const [{ sequenceId, stepId } = { sequenceId: "", stepId: "" }] = of;
  const first = of.find(({ variantId }) => variantId === stepId);
  const variants = of.map((variant) => compared(variant, first, names));
  return [{ stepId, ...names.step(sequenceId, stepId), variants: variants.sort(byLetter) }];
}

function compared(variant: Variant, first: Variant | undefined, names: StepNames): ComparedVariant {
  const { counts, variantId, stepId } = variant;
  const against = variant === first ? undefined : first;
  const of = (fact: "replied" | "converted"): Compared => {
    const share = shareOf(variant, fact);
    const base = against ? shareOf(against, fact) : null;
    return {
      share,
      against: share && base ? difference(base, share) : null,
      isEnough: isEnough(counts.sent) && isEnough(first?.counts.sent ?? 0),
    };
  };
  return {
    variantId,
    letter: names.letter(stepId, variantId),
    counts,
    reply: of("replied"),
    conversion: of("converted"),
  };
}

const shareOf = ({ counts }: Variant, fact: "replied" | "converted"): Proportion | null =>
  proportion(counts[fact], counts.sent);

const byLetter = (a: ComparedVariant, b: ComparedVariant) =>
  (a.letter ?? "~").localeCompare(b.letter ?? "~") || (a.variantId < b.variantId ? -1 : 1);

const inOrder = (a: ComparedStep, b: ComparedStep) =>
  (a.sequence ?? "").localeCompare(b.sequence ?? "") ||
  (a.sequenceId < b.sequenceId ? -1 : Number(a.sequenceId > b.sequenceId)) ||
  (a.number ?? 99) - (b.number ?? 99);
