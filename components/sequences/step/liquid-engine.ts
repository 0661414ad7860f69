"use client";

import { useEffect } from "react";
import { fetchedLater } from "@/components/ui/fetched-later";

const engine = fetchedLater(async () => {
  const [{ renderText }, { checkText, variablesWithoutFallback }] = await Promise.all([
    import("@/lib/core/liquid"),
    import("@/lib/core/liquid-check"),
  ]);
  return { renderText, checkText, variablesWithoutFallback };
});

/**
 * What fills texts in and checks them, or null until it is there: most texts can be told without it
 * (`lib/core/plain-text.ts`).
 */
export const useLiquid = engine.useModule;

/** Fetches it where a text cannot be told without. */
export function useWantLiquid(isWanted: boolean): void {
  useEffect(() => {
    if (isWanted) void engine.fetch();
  }, [isWanted]);
}
