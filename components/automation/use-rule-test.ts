"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { foreseeRuleAction, testRuleAction } from "@/lib/automation/actions";
import type { Foreseen, MetEvent, RuleTest } from "@/lib/automation/schema";
import type { RuleAction, Trigger } from "@/lib/core/model-rules";

type Draft = { trigger: Trigger; actions: RuleAction[] };
type Asked = { account: string; draft: Draft; onErrors: (errors: Record<string, string>) => void };
export type RuleTester = ReturnType<typeof useRuleTest>;

/** The test of what is written, whether it was saved or not. */
export function useRuleTest({ account, draft, onErrors }: Asked) {
  const t = useTranslations("automation.test");
  const [test, setTest] = useState<RuleTest | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [foreseen, setForeseen] = useState<Foreseen[] | null>(null);

  const run = async () => {
    setBusy(true);
    setChosen(null);
    setForeseen(null);
    const answer = await testRuleAction({ account, ...draft });
    setBusy(false);
    onErrors(answer?.serverError?.fields ?? {});
    setRefusal(answer?.data ? null : (refusalOf(answer) ?? t("failed")));
    setTest(answer?.data ?? null);
  };
  const choose = async ({ key, contactId, recordId, conversationId }: MetEvent) => {
    setChosen(key);
    const subject = { contactId, recordId, conversationId };
    const answer = await foreseeRuleAction({ account, ...draft, subject });
    onErrors(answer?.serverError?.fields ?? {});
    setRefusal(answer?.data ? null : (refusalOf(answer) ?? t("failed")));
    setForeseen(answer?.data ?? null);
  };
  return { test, isBusy, refusal, chosen, foreseen, run, choose };
}
