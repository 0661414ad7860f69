"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useSettled } from "../use-settled";
import { useLiquid, useWantLiquid } from "./liquid-engine";
import { type MarkedRange, markedRanges } from "./marked-ranges";
import { useMissingValues } from "./use-missing-values";
import { useVariables } from "./use-variables";

/** Looking through a text of this length takes no time worth speaking of. */
const SHORT = 5_000;

/** What to underline; in a long text a moment behind the typing. */
export function useMarks(value: string) {
  const { known } = useVariables();
  const settled = useSettled(value);
  const text = value.length > SHORT ? settled : value;
  const checks = useLiquid();
  const told = useMemo(() => markedRanges(text, known, checks), [text, known, checks]);
  useWantLiquid(told === null);
  const found = told ?? [];
  const named = found.flatMap((range) => (range.tone === "amber" ? [range.variable] : []));
  const { counts, isAtRisk } = useMissingValues(named);
  const ranges = found.filter((range) => range.tone === "red" || isAtRisk(range.variable));
  return { text, ranges, missing: [...new Set(named)].filter(isAtRisk), counts };
}

/** Why a range is underlined. */
export function useRangeReason() {
  const problem = useTranslations("errors.publish");
  const t = useTranslations("step.variable");
  const { nameOf } = useVariables();
  return (range: MarkedRange): string => {
    if (range.tone === "amber") return t("noFallback", { variable: nameOf(range.variable) });
    const { code, line, column, variable, detail } = range.problem;
    return problem(code, { line, column, variable: variable ?? "", detail: detail ?? "" });
  };
}
