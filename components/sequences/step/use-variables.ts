"use client";

import { useTranslations } from "next-intl";
import type { ModuleSettings } from "@/lib/core/model";
import type { Variable } from "@/lib/core/variables";
import { useEditor } from "../editor/editor-scope";

/** What to call somebody whose first name is not known, in the language that the account writes in. */
const NAMELESS: Record<ModuleSettings["locale"], string> = { en: "there", "pt-BR": "cliente", es: "cliente" };

/** The account's variables with their names in the reader's language. */
export function useVariables() {
  const t = useTranslations("sequences.variable.names");
  const { context } = useEditor();

  const labelOf = (variable: Variable): string =>
    variable.labelKey && t.has(variable.labelKey) ? t(variable.labelKey) : (variable.label ?? variable.name);

  const find = (query: string): Variable[] =>
    context.variables.filter(
      (variable) => variable.name.includes(query) || labelOf(variable).toLowerCase().includes(query),
    );

  const fallbackOf = ({ name }: Variable): string | null =>
    name === "contact.first_name" || name === "contact.name" ? NAMELESS[context.settings.locale] : null;

  return { labelOf, find, fallbackOf };
}
