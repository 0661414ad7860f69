"use client";

import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import type { AiTotals } from "@/lib/maestro-settings/ai-use";
import { useMoney } from "./maestro-money";

type MaestroTotalsProps = { totals: AiTotals; dailyBudget: number | null };

const SPANS = ["today", "week", "month"] as const;

/** What calls cost lately, and how much of today's budget is left. */
export function MaestroTotals({ totals, dailyBudget }: MaestroTotalsProps) {
  const t = useTranslations("maestro.use");
  const money = useMoney();
  const budget = dailyBudget === null ? null : dailyBudget * 1_000_000;
  const { today, heldMicros } = totals;
  return (
    <div className="grid gap-5">
      <dl className="grid grid-cols-3 divide-x rounded-lg border">
        {SPANS.map((span) => (
          <div key={span} className="grid gap-0.5 px-3 py-2.5">
            <dt className="text-muted-foreground text-xs">{t(span)}</dt>
            <dd className="font-medium text-base tabular-nums">{money(totals[span].costMicros)}</dd>
            <dd className="text-muted-foreground text-xs">{t("calls", { count: totals[span].calls })}</dd>
          </div>
        ))}
      </dl>
      {budget === null ? (
        <p className="text-muted-foreground">{t("noBudget")}</p>
      ) : (
        <div className="grid gap-1.5">
          <Progress
            label={t("budget")}
            value={today.costMicros + heldMicros}
            max={budget}
            text={t("ofBudget", { spent: money(today.costMicros), budget: money(budget) })}
          />
          {heldMicros > 0 && (
            <p className="text-muted-foreground text-xs">{t("held", { held: money(heldMicros) })}</p>
          )}
          {today.costMicros >= budget && <p className="text-xs">{t("spent")}</p>}
        </div>
      )}
    </div>
  );
}
