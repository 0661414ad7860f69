"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { reportEnrollAction } from "@/lib/enrollments/actions";
import type { EnrollReport } from "@/lib/enrollments/report";
import type { Audience } from "@/lib/enrollments/schema";

export type ReportState =
  | { kind: "open" }
  | { kind: "checking" }
  | { kind: "checked"; report: EnrollReport }
  | { kind: "refused"; message: string };

/** Long enough that ticking several contacts asks once. */
const CHOOSING_PAUSE_MS = 250;

/** What enrolling this audience would do, asked anew whenever the choice changes. */
export function useEnrollReport(choice: {
  account: string;
  sequenceId: string;
  audience: Audience | null;
}): ReportState {
  const t = useTranslations("enrollments");
  const [state, setState] = useState<ReportState>({ kind: "open" });
  const asked = JSON.stringify(choice);

  useEffect(() => {
    const { account, sequenceId, audience } = JSON.parse(asked) as typeof choice;
    if (!sequenceId || !audience) return setState({ kind: "open" });
    let isCurrent = true;
    setState({ kind: "checking" });
    const timer = setTimeout(async () => {
      const answer = await reportEnrollAction({ account, sequenceId, audience }).catch(() => undefined);
      if (!isCurrent) return;
      if (answer?.data) setState({ kind: "checked", report: answer.data });
      else setState({ kind: "refused", message: refusalOf(answer) ?? t("failed") });
    }, CHOOSING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked, t]);

  return state;
}
