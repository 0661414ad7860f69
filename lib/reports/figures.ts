import { isEnough, NO_SENDS, ratesOf, type SendCounts } from "@/lib/core/metrics";
import type { Cell } from "./divisions";
import type { ConvertedCell } from "./read-conversions";
import type { CountedCell } from "./read-sends";
import type { Figures, Revenue } from "./schema";

export type Counted = { cell: Cell; counts: SendCounts; revenue: Revenue[] };

/** Of two cells with the same columns the same text. */
export const keyOf = (cell: Cell): string => Object.values(cell).join(":");

/** Puts the sends and the conversions of each cell together. Cells of which nothing is left are gone. */
export function joined(sends: readonly CountedCell[], conversions: readonly ConvertedCell[]): Counted[] {
  const cells = new Map<string, Counted>();
  const at = (cell: Cell): Counted => {
    const found = cells.get(keyOf(cell)) ?? { cell, counts: { ...NO_SENDS }, revenue: [] };
    cells.set(keyOf(cell), found);
    return found;
  };
  for (const { cell, counts } of sends) at(cell).counts = { ...counts };
  for (const { cell, converted, currency, amount } of conversions) {
    const { counts, revenue } = at(cell);
    counts.converted += converted;
    if (currency !== null) revenue.push({ currency, amount });
  }
  return [...cells.values()].filter(({ counts }) => Object.values(counts).some((count) => count !== 0));
}

export function summed(all: readonly Counted[]): Omit<Counted, "cell"> {
  const counts = { ...NO_SENDS };
  const revenue = new Map<string, number>();
  for (const one of all) {
    for (const fact of Object.keys(counts) as (keyof SendCounts)[]) counts[fact] += one.counts[fact];
    for (const { currency, amount } of one.revenue)
      revenue.set(currency, (revenue.get(currency) ?? 0) + amount);
  }
  return { counts, revenue: [...revenue].map(([currency, amount]) => ({ currency, amount })) };
}

export const figuresOf = ({ counts, revenue }: Omit<Counted, "cell">): Figures => ({
  counts,
  rates: ratesOf(counts),
  revenue: revenue.toSorted((a, b) => b.amount - a.amount || (a.currency < b.currency ? -1 : 1)),
  isEnough: isEnough(counts.sent),
});
