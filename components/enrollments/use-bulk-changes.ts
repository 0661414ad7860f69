"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  cancelBulkActAction,
  cancelBulkAction,
  undoBulkActAction,
  undoBulkAction,
} from "@/lib/enrollments/actions";
import { bulkActsKey, bulksKey } from "./use-bulks";
import { watchBulk } from "./watched-bulks";

/** Cancels a bulk enrollment or an act on many, or has it taken back. */
export function useBulkChanges(account: string) {
  const t = useTranslations("enrollments");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);

  const change = async (id: string, queryKey: string[], asked: ReturnType<typeof cancelBulkAction>) => {
    setBusy(true);
    const answer = await asked.catch(() => undefined);
    setBusy(false);
    if (!answer || answer.serverError || answer.validationErrors) {
      toast.error(refusalOf(answer) ?? t("failed"));
    }
    watchBulk(queries, account, id);
    await queries.invalidateQueries({ queryKey });
  };

  const [bulks, acts] = [bulksKey(account), bulkActsKey(account)];
  return {
    isBusy,
    cancelBulk: (bulkId: string) => change(bulkId, bulks, cancelBulkAction({ account, bulkId })),
    undoBulk: (bulkId: string) => change(bulkId, bulks, undoBulkAction({ account, bulkId })),
    cancelAct: (bulkActId: string) => change(bulkActId, acts, cancelBulkActAction({ account, bulkActId })),
    undoAct: (bulkActId: string) => change(bulkActId, acts, undoBulkActAction({ account, bulkActId })),
  };
}
