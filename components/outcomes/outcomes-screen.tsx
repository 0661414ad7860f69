"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLive } from "@/components/shell/use-live";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import type { OutcomeList } from "@/lib/outcomes/schema";
import { ConfirmAgain } from "./confirm-again";
import { OutcomeItem } from "./outcome-item";
import { useOutcomeActs } from "./use-outcome-acts";

/** Sends that somebody has to judge, the oldest first; many can be settled at once. */
export function OutcomesScreen({ account, initial }: { account: string; initial: OutcomeList }) {
  const t = useTranslations("outcomes");
  const { outcomes, waiting, afterHours } = useLive(account, "outcomes", initial, 10);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const acts = useOutcomeActs(account);
  const chosen = outcomes.filter(({ id }) => marked.has(id));
  const unknown = chosen.filter(({ is }) => is === "unknown");
  const mark = (id: string, isMarked: boolean) =>
    setMarked((before) => new Set(isMarked ? [...before, id] : [...before].filter((one) => one !== id)));
  const settle = async (which: typeof outcomes, as: "arrived" | "left") => {
    await acts.settle(which, as);
    setMarked(new Set());
  };
  return (
    <div className="grid max-w-[1000px] gap-3 px-4 md:px-6">
      {outcomes.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t("empty")}>
          {t("emptyHint", { hours: afterHours })}
        </EmptyState>
      ) : (
        <>
          <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox within is a button of its own */}
            <label className="flex items-center gap-2.5 pl-3">
              <Checkbox
                checked={chosen.length === 0 ? false : chosen.length === outcomes.length || "indeterminate"}
                onCheckedChange={(is) => setMarked(new Set(is === true ? outcomes.map(({ id }) => id) : []))}
              />
              {chosen.length === 0 ? t("chooseAll") : t("chosen", { count: chosen.length })}
            </label>
            {chosen.length > 0 && (
              <>
                <Button
                  variant="outline"
                  size="sm"
                  disabled={unknown.length === 0}
                  isBusy={acts.isBusy}
                  onClick={() => settle(unknown, "arrived")}
                >
                  {t("acts.arrivedMany", { count: unknown.length })}
                </Button>
                <Button
                  variant="outline"
                  size="sm"
                  isBusy={acts.isBusy}
                  onClick={() => settle(chosen, "left")}
                >
                  {t("acts.leaveMany", { count: chosen.length })}
                </Button>
              </>
            )}
          </div>
          <ul className="divide-y rounded-lg border">
            {outcomes.map((outcome) => (
              <OutcomeItem
                key={outcome.id}
                account={account}
                outcome={outcome}
                isMarked={marked.has(outcome.id)}
                onMark={(isMarked) => mark(outcome.id, isMarked)}
                isBusy={acts.isBusy}
                onSettle={(as) => settle([outcome], as)}
                onSendAgain={() => acts.sendAgain(outcome)}
              />
            ))}
          </ul>
        </>
      )}
      {waiting > 0 && (
        <p className="text-muted-foreground text-xs">{t("waiting", { count: waiting, hours: afterHours })}</p>
      )}
      <ConfirmAgain
        question={acts.question}
        onAnswer={(isWanted) => (isWanted ? acts.confirm() : acts.release())}
      />
    </div>
  );
}
