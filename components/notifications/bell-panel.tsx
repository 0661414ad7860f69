"use client";

import { useQuery } from "@tanstack/react-query";
import { Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import { Hint } from "@/components/ui/tooltip";
import type { Page } from "@/lib/keyset";
import type { NotificationShown } from "@/lib/notifications/words";
import { NotificationItem } from "./notification-item";
import { useReading } from "./use-reading";

const PATH = "notifications?size=20";
const REFRESH_MS = 10_000;

/** The last twenty, read when the bell is opened. */
export function BellPanel({ account, onLeave }: { account: string; onLeave: () => void }) {
  const t = useTranslations("notifications");
  const { markRead, markAllRead, isBusy } = useReading(account);
  const { data, isError } = useQuery({
    queryKey: ["live", account, PATH],
    queryFn: async ({ signal }): Promise<Page<NotificationShown>> => {
      const answer = await fetch(`/api/a/${account}/${PATH}`, { signal });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    refetchInterval: REFRESH_MS,
  });
  const newestId = data?.rows[0]?.id;
  return (
    <div className="flex max-h-[min(32rem,75dvh)] flex-col">
      <div className="flex items-center justify-between gap-2 border-b px-3 py-2">
        <h2 className="font-medium">{t("title")}</h2>
        <Button
          variant="ghost"
          size="sm"
          isBusy={isBusy}
          disabled={!data?.rows.some(({ isRead }) => !isRead)}
          onClick={() => newestId && markAllRead(newestId)}
        >
          {t("markAll")}
        </Button>
      </div>
      <div className="min-h-48 flex-1 overflow-y-auto">
        {!data && !isError && <Waiting text={t("bell.loading")} />}
        {!data && isError && (
          <p className="px-3 py-6 text-center text-muted-foreground">{t("bell.failed")}</p>
        )}
        {data?.rows.length === 0 && (
          <div className="grid gap-1 px-6 py-10 text-center">
            <p className="font-medium">{t("empty.title")}</p>
            <p className="text-balance text-muted-foreground">{t("empty.text")}</p>
          </div>
        )}
        {data && data.rows.length > 0 && (
          <ul aria-label={t("list")} className="divide-y">
            {data.rows.map((one) => (
              <NotificationItem
                key={one.id}
                account={account}
                notification={one}
                onRead={markRead}
                onOpen={onLeave}
              />
            ))}
          </ul>
        )}
      </div>
      <div className="flex items-center justify-between gap-2 border-t px-3 py-2">
        <Button asChild variant="link" size="sm">
          <Link href={`/${account}/notifications`} onClick={onLeave}>
            {t("openAll")}
          </Link>
        </Button>
        <Hint text={t("preferences")}>
          <Button asChild variant="ghost" size="icon-sm" className="text-muted-foreground">
            <Link href={`/${account}/settings/notifications`} aria-label={t("preferences")} onClick={onLeave}>
              <Settings2 aria-hidden />
            </Link>
          </Button>
        </Hint>
      </div>
    </div>
  );
}

function Waiting({ text }: { text: string }) {
  return (
    <div role="status" className="grid gap-4 p-3">
      <span className="sr-only">{text}</span>
      {["w-64", "w-52", "w-60"].map((width) => (
        <div key={width} className="grid gap-2">
          <Skeleton className={width} />
          <Skeleton className="h-3 w-20" />
        </div>
      ))}
    </div>
  );
}
