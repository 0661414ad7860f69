"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { createMacroAction, updateMacroAction } from "@/lib/automation/actions";
import type { MacroRow } from "@/lib/automation/data";
import type { KeyedAction } from "./keyed-actions";
import { withoutPartsOf } from "./use-rule-form";

export type MacroForm = { name: string; isShared: boolean; actions: KeyedAction[] };

type Asked = { account: string; row: MacroRow | null; onSaved: () => void };

export function useSaveMacro({ account, row, onSaved }: Asked) {
  const t = useTranslations("automation");
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});

  const save = ({ name, isShared, actions }: MacroForm) =>
    startTransition(async () => {
      const written = { account, name, isShared, actions: actions.map(({ action }) => action) };
      const answer = await (row
        ? updateMacroAction({ ...written, macroId: row.id })
        : createMacroAction(written));
      const nameError = answer?.validationErrors?.fieldErrors?.name?.[0];
      setErrors({ ...answer?.serverError?.fields, ...(nameError && { name: nameError }) });
      const refused = refusalOf(answer);
      if (refused || !answer) return setRefusal(nameError ? null : (refused ?? t("list.failedAct")));
      toast.success(t("macros.saved"));
      router.refresh();
      onSaved();
    });
  const changed = (parts: Partial<MacroForm>) =>
    setErrors((current) => withoutPartsOf(current, Object.keys(parts)));
  return { save, changed, isBusy, refusal, errors };
}
