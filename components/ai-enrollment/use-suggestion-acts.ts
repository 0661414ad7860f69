"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  acceptSuggestionsAction,
  dismissSuggestionsAction,
  restoreSuggestionsAction,
} from "@/lib/ai-enrollment/actions";

/** Decides about suggestions and reads the lists again. What was decided is gone from the list at once. */
export function useSuggestionActs(account: string) {
  const t = useTranslations("ai-enrollment.suggestions");
  const common = useTranslations("common");
  const refusals = useTranslations("ai-enrollment.refusal");
  const queries = useQueryClient();
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: ["live", account] });
  const hide = (ids: readonly string[]) => setDecided((before) => new Set([...before, ...ids]));
  const show = (ids: readonly string[]) =>
    setDecided((before) => new Set([...before].filter((id) => !ids.includes(id))));

  const restore = async (ids: string[]) => {
    const answer = await restoreSuggestionsAction({ account, ids }).catch(() => undefined);
    if (!answer?.data) return void toast.error(refusalOf(answer) ?? t("failed"));
    show(ids);
    if (answer.data.restored.length < ids.length) toast(t("notRestored"));
    await refresh();
  };

  return {
    decided,
    isBusy,
    accept: async (ids: string[]) => {
      hide(ids);
      setBusy(true);
      const answer = await acceptSuggestionsAction({ account, ids }).catch(() => undefined);
      setBusy(false);
      if (!answer?.data) {
        show(ids);
        return void toast.error(refusalOf(answer) ?? t("failed"));
      }
      const { enrolled, refused, gone } = answer.data;
      if (enrolled.length > 0) toast.success(t("enrolled", { count: enrolled.length }));
      const [first] = refused;
      if (first) {
        const why = refusals.has(first.code) ? refusals(first.code) : first.code;
        toast.error(t("refused", { count: refused.length, why }));
      }
      if (gone.length > 0) toast(t("gone", { count: gone.length }));
      await refresh();
    },
    dismiss: async (ids: string[]) => {
      hide(ids);
      const answer = await dismissSuggestionsAction({ account, ids }).catch(() => undefined);
      if (!answer?.data) {
        show(ids);
        return void toast.error(refusalOf(answer) ?? t("failed"));
      }
      const { dismissed } = answer.data;
      const undo = { label: common("undo"), onClick: () => void restore(dismissed) };
      toast(t("dismissed", { count: dismissed.length }), dismissed.length > 0 ? { action: undo } : {});
      await refresh();
    },
  };
}
