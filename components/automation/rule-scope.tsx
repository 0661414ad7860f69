"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { AutomationOptions } from "@/lib/automation/data";
import type { Trigger } from "@/lib/core/model-rules";
import { variablesOfRule } from "@/lib/core/rule-values";
import type { Variable } from "@/lib/core/variables";

/** What the parts of one form share. */
type RuleScope = {
  options: AutomationOptions;
  /** What texts and conditions may name. */
  variables: Variable[];
  kind: "rule" | "macro";
  isReadOnly: boolean;
  /** What is wrong at a place, as a sentence. */
  errorAt: (place: string) => string | undefined;
};

const Scope = createContext<RuleScope | null>(null);

type ProviderProps = {
  options: AutomationOptions;
  trigger: Trigger | null;
  isReadOnly: boolean;
  errors: Record<string, string>;
  children: ReactNode;
};

export function RuleScopeProvider({ options, trigger, isReadOnly, errors, children }: ProviderProps) {
  const variables = variablesOfRule(trigger, options.variables);
  const kind = trigger ? "rule" : "macro";
  const errorAt = (place: string) => errors[place];
  return <Scope value={{ options, variables, kind, isReadOnly, errorAt }}>{children}</Scope>;
}

export function useRuleScope(): RuleScope {
  const scope = useContext(Scope);
  if (!scope) throw new Error("This belongs inside the form of a rule or macro.");
  return scope;
}
