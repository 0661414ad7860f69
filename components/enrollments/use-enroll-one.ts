"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { enrollContactAction } from "@/lib/enrollments/actions";

type Wish = { account: string; sequenceId: string; contactId: string; aboutId?: string };

/** What stands in the way: a sentence, and the run that lives already where there is one. */
type Refused = { text: string; runId: string | null };

/** Enrolls one contact; a second attempt leads to the run that exists. */
export function useEnrollOne(onEnrolled: () => void) {
  const t = useTranslations("enrollments");
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const enroll = async (wish: Wish) => {
    setBusy(true);
    const answer = await enrollContactAction(wish).catch(() => undefined);
    setBusy(false);
    const data = answer?.data;
    if (!data) return setRefused({ text: refusalOf(answer) ?? t("failed"), runId: null });
    if (data.enrolled.length > 0) {
      toast(t("enroll.enrolled", { count: data.enrolled.length }));
      setRefused(null);
      return onEnrolled();
    }
    const [run] = data.existing;
    const [refusal] = data.refused;
    if (run) {
      const { stepNumber: number, enrollmentId: runId } = run;
      setRefused({ text: number ? t("enroll.alreadyInStep", { number }) : t("enroll.alreadyRuns"), runId });
    } else if (refusal) {
      const other = refusal.other ? ` (${refusal.other})` : "";
      setRefused({ text: `${t(`refused.why.${refusal.code}`)}${other}`, runId: null });
    }
  };

  return { enroll, isBusy, refused, forget: () => setRefused(null) };
}
