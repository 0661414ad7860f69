"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PublishWarning } from "@/lib/core/publish-check";
import { useEditor } from "../editor/editor-scope";
import { findingKey, useFindingText } from "../editor/findings";
import { useMissingValues } from "../step/use-missing-values";

/** What may be published and is worth a look first, each with why. */
export function WarningList() {
  const t = useTranslations();
  const warnings = useCountedWarnings();
  const text = useFindingText();
  return (
    <ul className="grid gap-2">
      {warnings.map((warning) => {
        const why = `sequences.warningWhy.${warning.code}`;
        return (
          <li key={findingKey(warning)} className="flex items-start gap-2">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-amber" />
            <span className="grid gap-0.5">
              <span>
                {warning.stepIndex !== null && (
                  <span className="font-medium">
                    {t("versions.difference.step", { number: warning.stepIndex + 1 })}:{" "}
                  </span>
                )}
                {text.warning(warning)}
              </span>
              {t.has(why) && (
                <span className="text-muted-foreground text-xs">
                  {t("versions.publish.why", { why: t(why) })}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** With how many real people lack a value; what everybody has is no risk. */
function useCountedWarnings(): PublishWarning[] {
  const { findings } = useEditor();
  const variableOf = ({ code, data }: PublishWarning) =>
    code === "variable_without_fallback" ? String(data.variable) : null;
  const asked = findings.warnings.flatMap((warning) => variableOf(warning) ?? []);
  const { counts, isAtRisk } = useMissingValues(asked);
  return findings.warnings.flatMap((warning) => {
    const variable = variableOf(warning);
    if (!variable) return [warning];
    const data = { ...warning.data, count: counts[variable]?.missing ?? 0 };
    return isAtRisk(variable) ? [{ ...warning, data }] : [];
  });
}
