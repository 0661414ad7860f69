"use client";

import { useFormatter } from "next-intl";
import { majorUnits } from "@/lib/core/money";
import type { Total } from "@/lib/records/schema";

type AmountProps = { amount: number | null; currency: string | null };

/** Minor units as money of their currency. */
export function Amount({ amount, currency }: AmountProps) {
  const format = useFormatter();
  if (amount === null || !currency) return "–";
  return format.number(majorUnits(amount, currency), { style: "currency", currency });
}

/** One sum for each currency: what they add up to nobody knows. */
export function Totals({ totals, className }: { totals: Total[]; className?: string }) {
  return (
    <span className={className}>
      {totals.map(({ currency, amount }, index) => (
        <span key={currency} className="whitespace-nowrap tabular-nums">
          {index > 0 && " · "}
          <Amount amount={amount} currency={currency} />
        </span>
      ))}
    </span>
  );
}
