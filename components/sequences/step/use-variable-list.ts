"use client";

import { type KeyboardEvent, useState } from "react";
import type { Variable } from "@/lib/core/variables";
import { typedVariable } from "./typed-variable";
import { useVariables } from "./use-variables";

/** The list of variables below a text: whether it is open, what it has, and its keys. */
export function useVariableList(onInsert: (variable: Variable) => void) {
  const { find } = useVariables();
  const [query, setQuery] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const found = query === null ? [] : find(query);
  const isOpen = query !== null && (found.length > 0 || query === "");

  const ask = (next: string | null) => {
    setQuery(next);
    setChosen(0);
  };
  const insert = (variable: Variable) => {
    onInsert(variable);
    ask(null);
  };
  /** Whether the key was one of the list's. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.altKey) return false;
    const variable = found[chosen];
    if (event.key === "Escape") ask(null);
    else if (event.key === "ArrowDown") setChosen((chosen + 1) % Math.max(found.length, 1));
    else if (event.key === "ArrowUp") setChosen((chosen - 1 + found.length) % Math.max(found.length, 1));
    else if ((event.key === "Enter" || event.key === "Tab") && variable) insert(variable);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    found,
    chosen,
    isOpen,
    insert,
    onKey,
    onTyped: (text: string, caret: number) => ask(typedVariable(text, caret)?.query ?? null),
    toggle: () => ask(isOpen ? null : ""),
    close: () => ask(null),
  };
}
