"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { cancelBulkAction, undoBulkAction } from "@/lib/enrollments/actions";
import { bulksKey } from "./use-bulks";
import { watchBulk } from "./watched-bulks";

/** Cancels a bulk enrollment, or has it taken back. */
export function useBulkActs(account: string) {
  const t = useTranslations("enrollments");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);

  const act = async (action: typeof cancelBulkAction | typeof undoBulkAction, bulkId: string) => {
    setBusy(true);
    const answer = await action({ account, bulkId }).catch(() => undefined);
    setBusy(false);
    if (!answer || answer.serverError || answer.validationErrors) {
      toast.error(refusalOf(answer) ?? t("failed"));
    }
    watchBulk(queries, account, bulkId);
    await queries.invalidateQueries({ queryKey: bulksKey(account) });
  };

  return {
    isBusy,
    cancel: (bulkId: string) => act(cancelBulkAction, bulkId),
    undo: (bulkId: string) => act(undoBulkAction, bulkId),
  };
}
