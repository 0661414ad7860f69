"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  archiveRuleAction,
  duplicateRuleAction,
  restoreRuleAction,
  switchRuleAction,
} from "@/lib/automation/actions";
import type { RuleRow } from "@/lib/automation/data";
import { MAX_RULE_NAME } from "@/lib/automation/schema";

export type RuleActions = ReturnType<typeof useRuleActs>;

/** What can be done to a whole rule. Archiving is undone with one click. */
export function useRuleActs(
  account: string,
  { id: ruleId, name, isOn }: Pick<RuleRow, "id" | "name" | "isOn">,
) {
  const t = useTranslations("automation.list");
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [shownOn, showOn] = useOptimistic(isOn);

  const act = async (
    ask: () => Promise<Parameters<typeof refusalOf>[0]>,
    done: string,
    undo?: () => Promise<void>,
  ) => {
    const answer = await ask();
    const refusal = refusalOf(answer);
    if (refusal || !answer) toast.error(refusal ?? t("failedAct"));
    else toast.success(done, undo && { action: { label: t("undo"), onClick: () => void undo() } });
    router.refresh();
  };
  const restore = () => act(() => restoreRuleAction({ account, ruleId }), t("restored"));
  return {
    isOn: shownOn,
    switchTo: (next: boolean) =>
      startTransition(async () => {
        showOn(next);
        await act(() => switchRuleAction({ account, ruleId, isOn: next }), t(next ? "on" : "off"));
      }),
    archive: () => act(() => archiveRuleAction({ account, ruleId }), t("archivedNow"), restore),
    restore,
    duplicate: () => {
      const copy = t("copyOf", { name }).slice(0, MAX_RULE_NAME);
      return act(() => duplicateRuleAction({ account, ruleId, name: copy }), t("duplicated"));
    },
  };
}
