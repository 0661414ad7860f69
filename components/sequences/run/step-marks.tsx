"use client";

import {
  CircleAlert,
  CircleSlash,
  Clock,
  type LucideIcon,
  Shuffle,
  Sparkles,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Step } from "@/lib/core/model";

type StepMarksProps = { step: Step; problems: number; warnings: number };

/** What is special about a step: AI, variants, skip rules, what happens outside the window, and what is wrong. */
export function StepMarks({ step, problems, warnings }: StepMarksProps) {
  const t = useTranslations("sequences");
  const { compose, variants, skipRules, windowClosed } = step;
  return (
    <>
      {compose.mode !== "static" && (
        <Mark icon={Sparkles} className="text-violet" text={t(`line.compose.${compose.mode}`)}>
          {t(`line.compose.${compose.mode}`)}
        </Mark>
      )}
      {variants.length > 0 && (
        <Mark icon={Shuffle} text={t("line.variants", { count: variants.length + 1 })}>
          {variants.length + 1}
        </Mark>
      )}
      {skipRules.length > 0 && (
        <Mark icon={CircleSlash} text={t("line.skipRules", { count: skipRules.length })}>
          {skipRules.length}
        </Mark>
      )}
      {windowClosed.do !== "skip" && <Mark icon={Clock} text={t(`line.window.${windowClosed.do}`)} />}
      {problems > 0 && (
        <Mark icon={CircleAlert} className="text-red" text={t("line.problems", { count: problems })}>
          {problems}
        </Mark>
      )}
      {warnings > 0 && (
        <Mark icon={TriangleAlert} className="text-amber" text={t("line.warnings", { count: warnings })}>
          {warnings}
        </Mark>
      )}
    </>
  );
}

type MarkProps = { icon: LucideIcon; text: string; className?: string; children?: ReactNode };

/** The sign and its number for the eye, the whole words for everybody else. */
function Mark({ icon: Icon, text, className, children }: MarkProps) {
  return (
    <span
      title={text}
      className={cn("inline-flex items-center gap-0.5 text-muted-foreground text-xs", className)}
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-hidden>{children}</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
