"use client";

import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import { changeMaestroAction } from "@/lib/maestro-settings/actions";
import { useSavedToast } from "./use-saved-toast";

type KeyChange = { apiKey?: string; removesKey?: boolean };

/**
 * Saves what of a form is another than when it was loaded or last saved. What somebody else has changed meanwhile is
 * refused by the server, which is told how those fields were.
 */
export function useMaestroSave(account: string, loaded: MaestroConfig, onSaved?: () => void) {
  const [known, setKnown] = useState(loaded);
  const saved = useSavedToast();
  const { execute, result, isPending, reset } = useAction(changeMaestroAction, {
    onSuccess: ({ data }) => {
      setKnown(data);
      saved();
      onSaved?.();
    },
  });
  const save = (given: Partial<MaestroConfig>, key: KeyChange = {}) => {
    const changed = (Object.keys(given) as (keyof MaestroConfig)[]).filter(
      (field) => JSON.stringify(given[field]) !== JSON.stringify(known[field]),
    );
    const of = (values: Partial<MaestroConfig>) =>
      Object.fromEntries(changed.map((field) => [field, values[field]]));
    execute({ account, ...of(given), before: of(known), ...key });
  };
  const fields: Partial<Record<keyof MaestroConfig | "apiKey", string | string[]>> = {
    ...result.validationErrors?.fieldErrors,
    ...result.serverError?.fields,
  };
  return { save, fields, error: result.serverError?.message, isPending, reset };
}
