"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type ModuleSettings, RECORD_KINDS } from "@/lib/core/model";
import { namesOf, type Variable, variablesFor } from "@/lib/core/variables";
import { useEditor } from "../editor/editor-scope";

/** What to call somebody whose first name is not known, in the language that the account writes in. */
const NAMELESS: Record<ModuleSettings["locale"], string> = { en: "there", "pt-BR": "cliente", es: "cliente" };

const GROUPS = ["contact", "conversation", ...RECORD_KINDS, "account", "agent", "attributes"] as const;
type VariableGroup = (typeof GROUPS)[number];

/** The variables that texts of this sequence may use, with their names in the reader's language. */
export function useVariables() {
  const t = useTranslations("step.variable.names");
  const { context, draft } = useEditor();
  const offered = useMemo(
    () => variablesFor(draft.target, context.variables).toSorted(byGroup),
    [context.variables, draft.target],
  );
  const known = useMemo(() => namesOf(offered), [offered]);

  const labelOf = (variable: Variable): string =>
    variable.labelKey && t.has(variable.labelKey) ? t(variable.labelKey) : (variable.label ?? variable.name);

  const nameOf = (name: string): string => {
    const variable = offered.find((one) => one.name === name);
    return variable ? labelOf(variable) : name;
  };

  /** In the order of the groups, so that a list by groups and its keys agree. */
  const find = (query: string): Variable[] =>
    offered.filter(
      (variable) => variable.name.includes(query) || labelOf(variable).toLowerCase().includes(query),
    );

  const fallbackOf = ({ name }: Pick<Variable, "name">): string | null =>
    name === "contact.first_name" || name === "contact.name" ? NAMELESS[context.settings.locale] : null;

  return { known, labelOf, nameOf, find, fallbackOf };
}

const groupOf = (variable: Variable): VariableGroup =>
  variable.label !== undefined
    ? "attributes"
    : (GROUPS.find((group) => variable.name.startsWith(`${group}.`)) ?? "attributes");

/** Groups together, in their order. */
const byGroup = (a: Variable, b: Variable): number => GROUPS.indexOf(groupOf(a)) - GROUPS.indexOf(groupOf(b));

type Grouped = { group: VariableGroup; variables: { variable: Variable; index: number }[] };

/** `found` has its groups together already; `index` is the place in it, which a list's keys count by. */
export function inGroups(found: Variable[]): Grouped[] {
  const groups: Grouped[] = [];
  for (const [index, variable] of found.entries()) {
    const group = groupOf(variable);
    if (groups.at(-1)?.group !== group) groups.push({ group, variables: [] });
    groups.at(-1)?.variables.push({ variable, index });
  }
  return groups;
}
