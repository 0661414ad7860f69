"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { dismissAlertAction, liftBlockAction, resumeInboxOfAlertAction } from "@/lib/alerts/actions";

const ACTS = {
  resume: resumeInboxOfAlertAction,
  lift: liftBlockAction,
  dismiss: dismissAlertAction,
} as const;

/** What can be done about an alert; the lists that show it are read again afterwards. */
export function useAlertActs(account: string) {
  const t = useTranslations("alerts");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const act = (name: keyof typeof ACTS) => async (id: string) => {
    setBusy(true);
    const answer = await ACTS[name]({ account, id }).catch(() => undefined);
    setBusy(false);
    if (answer?.data) toast.success(t(`done.${name}`));
    else toast.error(refusalOf(answer) ?? t("failed"));
    await queries.invalidateQueries({ queryKey: ["live", account] });
  };
  return { resume: act("resume"), lift: act("lift"), dismiss: act("dismiss"), isBusy };
}
