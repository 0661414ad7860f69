"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  pauseEnrollmentsAction,
  resumeEnrollmentsAction,
  sendNowAction,
  stopEnrollmentsAction,
} from "@/lib/enrollments/actions";

const ACTIONS = {
  pause: pauseEnrollmentsAction,
  resume: resumeEnrollmentsAction,
  sendNow: sendNowAction,
  stop: stopEnrollmentsAction,
};
export type RunAct = keyof typeof ACTIONS;

/** Acts that take a run back to where it was. */
const UNDO: Partial<Record<RunAct, RunAct>> = { pause: "resume", resume: "pause" };

/** Acts on runs: a toast says how many were really changed, and the screens that show them are read again. */
export function useRunActs(account: string) {
  const t = useTranslations();
  const queries = useQueryClient();
  const [underWay, setUnderWay] = useState<RunAct | null>(null);

  const act = async (kind: RunAct, ids: string[]): Promise<void> => {
    setUnderWay(kind);
    const answer = await ACTIONS[kind]({ account, ids }).catch(() => undefined);
    setUnderWay(null);
    await Promise.all(
      ["enrollments", "run"].map((key) => queries.invalidateQueries({ queryKey: [key, account] })),
    );
    const changed = answer?.data?.changed;
    if (!changed) return void toast.error(refusalOf(answer) ?? t("enrollments.failed"));
    const undo = UNDO[kind];
    const said = t(`enrollments.acted.${kind}`, { count: changed.length });
    if (!undo || changed.length === 0) return void toast(said);
    toast(said, { action: { label: t("common.undo"), onClick: () => void act(undo, changed) } });
  };

  return { act, underWay };
}
