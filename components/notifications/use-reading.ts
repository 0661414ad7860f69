"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import type { Page } from "@/lib/keyset";
import { markAllReadAction, markReadAction } from "@/lib/notifications/actions";
import type { Unread } from "@/lib/notifications/data";
import type { NotificationShown } from "@/lib/notifications/words";

/** Says that notifications were read. It shows at once; then every list of them is read again, also after a failure. */
export function useReading(account: string) {
  const t = useTranslations("notifications");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const listsFrom = (start: string) => ({
    predicate: ({ queryKey: [kind, slug, path] }: { queryKey: readonly unknown[] }) =>
      kind === "live" && slug === account && String(path).startsWith(start),
  });
  const showRead = (isRead: (id: string) => boolean, countAfter: (count: number) => number) => {
    queries.setQueriesData<Page<NotificationShown>>(
      listsFrom("notifications?"),
      (page) =>
        page && { ...page, rows: page.rows.map((row) => (isRead(row.id) ? { ...row, isRead: true } : row)) },
    );
    queries.setQueriesData<Unread>(
      listsFrom("notifications/unread"),
      (unread) => unread && { ...unread, count: countAfter(unread.count) },
    );
  };
  const refresh = () => queries.invalidateQueries(listsFrom("notifications"));
  const markRead = async (id: string) => {
    showRead(
      (each) => each === id,
      (count) => Math.max(0, count - 1),
    );
    const answer = await markReadAction({ account, ids: [id] }).catch(() => undefined);
    if (!answer?.data) toast.error(refusalOf(answer) ?? t("failed"));
    await refresh();
  };
  /** All up to the newest one that is on the screen. */
  const markAllRead = async (upToId: string) => {
    setBusy(true);
    showRead(
      (each) => each <= upToId,
      () => 0,
    );
    const answer = await markAllReadAction({ account, upToId }).catch(() => undefined);
    if (answer?.data) toast.success(t("markedAll"));
    else toast.error(refusalOf(answer) ?? t("failed"));
    await refresh();
    setBusy(false);
  };
  return { markRead, markAllRead, isBusy };
}
