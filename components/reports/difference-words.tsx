import { useTranslations } from "next-intl";
import { IntervalMark } from "@/components/charts/interval-mark";
import type { Difference } from "@/lib/core/intervals";
import { ENOUGH } from "@/lib/core/metrics";
import { useNumbers } from "./use-numbers";

type DifferenceWordsProps = {
  difference: Difference | null;
  isEnough: boolean;
  /** The edges of the drawing, shared by all differences of a table. */
  edges: Edges;
};

export type Edges = { from: number; to: number };

/** A difference of two shares: drawn with its interval, and in a sentence. */
export function DifferenceWords({ difference, isEnough, edges }: DifferenceWordsProps) {
  const t = useTranslations("reports.lift");
  const say = useNumbers();
  const few = t("few", { enough: ENOUGH });
  if (!difference) return <span className="text-muted-foreground">{few}</span>;
  const { estimate, low, high } = difference;
  const range = { low: say.points(low), high: say.points(high) };
  return (
    <span className="grid min-w-56 gap-0.5">
      <span className="font-medium">{t("points", { points: say.points(estimate) })}</span>
      <IntervalMark {...difference} {...edges} />
      <span className="text-muted-foreground text-xs">
        {t(low <= 0 && high >= 0 ? "unclear" : "sentence", range)} {!isEnough && few}
      </span>
    </span>
  );
}

/** Wide enough for all intervals and for zero. */
export function edgesOf(differences: readonly (Difference | null)[]): Edges {
  const all = differences.filter((one) => one !== null);
  return {
    from: Math.min(0, ...all.map(({ low }) => low)),
    to: Math.max(0, ...all.map(({ high }) => high)),
  };
}
