"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { cancelBulkActAction, undoBulkActAction } from "@/lib/enrollments/actions";
import { bulkActsKey } from "./bulk-act-reads";
import { watchBulk } from "./watched-bulks";

/** Cancels an act on many, or has it taken back. */
export function useBulkActChanges(account: string) {
  const t = useTranslations("enrollments");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);

  const change = async (action: typeof cancelBulkActAction | typeof undoBulkActAction, bulkActId: string) => {
    setBusy(true);
    const answer = await action({ account, bulkActId }).catch(() => undefined);
    setBusy(false);
    if (!answer || answer.serverError || answer.validationErrors) {
      toast.error(refusalOf(answer) ?? t("failed"));
    }
    watchBulk(queries, account, bulkActId);
    await queries.invalidateQueries({ queryKey: bulkActsKey(account) });
  };

  return {
    isBusy,
    cancel: (bulkActId: string) => change(cancelBulkActAction, bulkActId),
    undo: (bulkActId: string) => change(undoBulkActAction, bulkActId),
  };
}
