"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { markAllReadAction, markReadAction } from "@/lib/notifications/actions";

/** Says that notifications were read; every list of them is read again afterwards. */
export function useReading(account: string) {
  const t = useTranslations("notifications");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const refresh = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [kind, slug, path] }) =>
        kind === "live" && slug === account && String(path).startsWith("notifications"),
    });
  const markRead = async (id: string) => {
    const answer = await markReadAction({ account, ids: [id] }).catch(() => undefined);
    if (!answer?.data) toast.error(refusalOf(answer) ?? t("failed"));
    await refresh();
  };
  /** All up to the newest one that is on the screen. */
  const markAllRead = async (upToId: string) => {
    setBusy(true);
    const answer = await markAllReadAction({ account, upToId }).catch(() => undefined);
    if (answer?.data) toast.success(t("markedAll"));
    else toast.error(refusalOf(answer) ?? t("failed"));
    await refresh();
    setBusy(false);
  };
  return { markRead, markAllRead, isBusy };
}
