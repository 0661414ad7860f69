"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  moveEnrollmentsAction,
  pauseEnrollmentsAction,
  rescheduleEnrollmentsAction,
  resumeEnrollmentsAction,
  sendNowAction,
  stopEnrollmentsAction,
  undoActAction,
} from "@/lib/enrollments/actions";
import type { AskedAct } from "@/lib/enrollments/schema";

/** Long enough to read what was done and to change one's mind. */
const UNDO_MS = 12_000;

function carryOut(account: string, ids: string[], act: AskedAct) {
  switch (act.kind) {
    case "pause":
      return pauseEnrollmentsAction({ account, ids, ...(act.until && { until: act.until }) });
    case "resume":
      return resumeEnrollmentsAction({ account, ids });
    case "stop":
      return stopEnrollmentsAction({ account, ids });
    case "move":
      return moveEnrollmentsAction({ account, ids, stepId: act.stepId });
    case "send_now":
      return sendNowAction({ account, ids });
    case "reschedule":
      return rescheduleEnrollmentsAction({ account, ids, at: act.at });
  }
}

/** Acts on runs: a toast says how many were really changed, with the way back, and what shows them is read again. */
export function useRunActs(account: string) {
  const t = useTranslations();
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all(["enrollments", "run"].map((key) => queries.invalidateQueries({ queryKey: [key, account] })));

  const undo = async (actId: string) => {
    const answer = await undoActAction({ account, actId }).catch(() => undefined);
    await refresh();
    if (!answer?.data) return toast.error(refusalOf(answer) ?? t("enrollments.failed"));
    const { restored, left } = answer.data;
    const reasons = Object.entries(left).map(([reason, count]) =>
      t(`enrollments.undo.left.${reason}`, { count: count ?? 0 }),
    );
    toast([t("enrollments.undo.restored", { count: restored.length }), ...reasons].join(" "));
  };

  /** Answers the sentence with which it was refused. */
  const act = async (ids: string[], asked: AskedAct): Promise<string | null> => {
    const answer = await carryOut(account, ids, asked).catch(() => undefined);
    await refresh();
    if (!answer?.data) return refusalOf(answer) ?? t("enrollments.failed");
    const { changed, actId } = answer.data;
    const said = t(`enrollments.acted.${asked.kind}`, { count: changed.length });
    if (!actId) toast(said);
    else {
      const action = { label: t("common.undo"), onClick: () => void undo(actId) };
      toast(said, { action, duration: UNDO_MS });
    }
    return null;
  };

  return { act };
}
