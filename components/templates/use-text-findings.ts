"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { checkText } from "@/lib/core/liquid-check";
import { namesOf, type Variable } from "@/lib/core/variables";

/** What keeps a text from being saved, as sentences: the check that the server makes too. */
export function useTextFindings(variables: Variable[]) {
  const t = useTranslations("errors.publish");
  const known = useMemo(() => namesOf(variables), [variables]);
  return (text: string): string[] =>
    checkText(text, known).map(({ code, line, column, length, variable, detail }) =>
      t(code, { line, column, length, variable: variable ?? "", detail: detail ?? "" }),
    );
}
