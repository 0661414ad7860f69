"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { createRuleAction, updateRuleAction } from "@/lib/automation/actions";
import type { RuleRow } from "@/lib/automation/data";
import type { Trigger } from "@/lib/core/model-rules";
import { type KeyedAction, keyed } from "./keyed-actions";

type Draft = { name: string; trigger: Trigger; actions: KeyedAction[] };

const EMPTY: Trigger = { event: "message.received", match: "all", conditions: [] };

/** What is written of a rule, and its saving over the revision that it began from. */
export function useRuleForm(account: string, rule: RuleRow | null) {
  const t = useTranslations("automation");
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ name: rule?.name ?? "", trigger: rule?.trigger ?? EMPTY, actions: keyed(rule?.actions ?? []) },
  }));
  const [revision, setRevision] = useState(rule?.revision ?? 0);
  const [saved, setSaved] = useState(draft);
  const [refusal, setRefusal] = useState<{ text: string; isConflict: boolean } | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const isDirty = draft !== saved;

  // A tab that is closed with something unsaved asks first.
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);

  const edit = (changed: Partial<Draft>) => {
    setDraft((current) => ({ ...current, ...changed }));
    setRefusal((current) => (current?.isConflict ? current : null));
    setErrors((current) => withoutPartsOf(current, Object.keys(changed)));
  };
  const written = {
    name: draft.name,
    trigger: draft.trigger,
    actions: draft.actions.map(({ action }) => action),
  };
  const save = () =>
    startTransition(async () => {
      const answer = rule
        ? await updateRuleAction({ account, ruleId: rule.id, revision, ...written })
        : await createRuleAction({ account, ...written });
      const name = answer?.validationErrors?.fieldErrors?.name?.[0];
      setErrors({ ...answer?.serverError?.fields, ...(name && { name }) });
      const data = answer?.data;
      if (!data) {
        const text = refusalOf(answer) ?? t("list.failedAct");
        return setRefusal(name ? null : { text, isConflict: answer?.serverError?.code === "conflict" });
      }
      setRefusal(null);
      setSaved(draft);
      if ("revision" in data) setRevision(data.revision);
      else router.replace(`/${account}/automation/rules/${data.id}`);
      toast.success(t(rule ? "editor.saved" : "editor.created"));
      router.refresh();
    });
  return { draft, written, edit, save, isBusy, isDirty, refusal, errors, setErrors };
}

/** What was wrong with a part is said until somebody changes it. */
export const withoutPartsOf = (errors: Record<string, string>, parts: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter(([place]) => !parts.includes(place.split(".")[0] ?? "")));
