"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { parseText, variableNames } from "@/lib/core/liquid";
import type { Variable } from "@/lib/core/variables";
import { useVariableNames } from "./use-variable-names";

/** What a text takes from the contact, the record and the account. */
export function UsedVariables({ texts, variables }: { texts: string[]; variables: Variable[] }) {
  const t = useTranslations("templates");
  const nameOf = useVariableNames(variables);
  const used = [...new Set(texts.flatMap(namesIn))];
  return (
    <section aria-label={t("variables")} className="grid gap-1.5">
      <h3 className="font-medium text-sm">{t("variables")}</h3>
      {used.length === 0 && <p className="text-muted-foreground text-xs">{t("noVariables")}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {used.map((name) => (
          <li key={name}>
            <Badge tone={variables.some((variable) => variable.name === name) ? "grey" : "red"} title={name}>
              {nameOf(name)}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A text that is half typed has none that can be told. */
function namesIn(text: string): string[] {
  try {
    return variableNames(parseText(text));
  } catch {
    return [];
  }
}
