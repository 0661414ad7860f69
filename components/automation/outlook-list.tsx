"use client";

import { CircleAlert, CircleCheck, CircleDashed, CircleMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { ActionResult, Foreseen } from "@/lib/automation/schema";
import { useResultWords } from "./use-result-words";

const LOOKS = {
  ready: { icon: CircleDashed, tone: "text-blue" },
  done: { icon: CircleCheck, tone: "text-green" },
  nothing_to_do: { icon: CircleMinus, tone: "text-muted-foreground" },
  failed: { icon: CircleAlert, tone: "text-red" },
} as const;

/** What came of each action, or would, in their order. */
export function OutlookList({
  results,
  className,
}: {
  results: (ActionResult | Foreseen)[];
  className?: string;
}) {
  const t = useTranslations("automation.outcome");
  const say = useResultWords();
  return (
    <ol className={cn("grid gap-1", className)}>
      {results.map((result, index) => {
        const { icon: Icon, tone } = LOOKS[result.outcome];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: results stand in the order of their actions for good
          <li key={index} className="flex items-start gap-1.5">
            <Icon
              role="img"
              aria-label={t(result.outcome)}
              className={cn("mt-0.5 size-3.5 shrink-0", tone)}
            />
            <span className="min-w-0 break-words">{say(result)}</span>
          </li>
        );
      })}
    </ol>
  );
}
