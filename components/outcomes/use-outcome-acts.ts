"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { sendAgainAction, settleOutcomesAction } from "@/lib/outcomes/actions";
import type { OutcomeRef } from "@/lib/outcomes/schema";

const refOf = ({ source, id }: OutcomeRef): OutcomeRef => ({ source, id });

/** Settles unclear sends and reads the list again. `question` is what a person must read before it is sent again. */
export function useOutcomeActs(account: string) {
  const t = useTranslations("outcomes");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<{ ref: OutcomeRef; sentence: string } | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ["live", account] });

  const settle = async (outcomes: OutcomeRef[], as: "arrived" | "left") => {
    setBusy(true);
    const answer = await settleOutcomesAction({ account, outcomes: outcomes.map(refOf), as }).catch(
      () => undefined,
    );
    setBusy(false);
    if (answer?.data) toast.success(t(`done.${as}`, { count: answer.data.settled }));
    else toast.error(refusalOf(answer) ?? t("failed"));
    await refresh();
  };

  const sendAgain = async (outcome: OutcomeRef, isConfirmed = false) => {
    setBusy(true);
    setAsked(null);
    const ref = refOf(outcome);
    const answer = await sendAgainAction({ account, ...ref, isConfirmed }).catch(() => undefined);
    setBusy(false);
    const sentence = refusalOf(answer) ?? t("failed");
    if (answer?.data) {
      const { status, errorDetail } = answer.data;
      if (status === "failed") toast.error(t("failedAgain", { detail: errorDetail ?? "" }));
      else toast.success(t("done.sent_again"));
    } else if (answer?.serverError?.data.confirm !== undefined) {
      setAsked({ ref, sentence });
    } else {
      toast.error(sentence);
    }
    await refresh();
  };

  return {
    ...{ settle, sendAgain, isBusy, question: asked?.sentence ?? null },
    confirm: () => asked && void sendAgain(asked.ref, true),
    release: () => setAsked(null),
  };
}
