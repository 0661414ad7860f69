"use client";

import { BellRing, CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAddress } from "@/components/contacts/use-address";
import { useLive } from "@/components/shell/use-live";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";
import type { Page } from "@/lib/keyset";
import type { NotificationShown } from "@/lib/notifications/words";
import { NotificationItem } from "./notification-item";
import { useReading } from "./use-reading";

type NotificationsScreenProps = { account: string; initial: Page<NotificationShown> };

/** All that a person was told in the account, newest first. */
export function NotificationsScreen({ account, initial }: NotificationsScreenProps) {
  const t = useTranslations("notifications");
  const { current, addressWith } = useAddress();
  const { markRead, markAllRead, isBusy } = useReading(account);
  const page = useLive(account, `notifications?${current}`, initial, 10);
  const isUnread = current.get("unread") === "1";
  const newestId = page.rows[0]?.id;
  const tab = (label: string, unread: boolean) => (
    <Link
      href={addressWith({ unread: unread ? "1" : null })}
      aria-current={unread === isUnread ? "page" : undefined}
      className={cn(tabClasses, unread === isUnread && tabActiveClasses)}
    >
      {label}
    </Link>
  );
  return (
    <div className="max-w-[1000px]">
      <div className="mx-4 flex flex-wrap items-center justify-between gap-x-4 border-b md:mx-6">
        <nav aria-label={t("show")} className="flex gap-4">
          {tab(t("all"), false)}
          {tab(t("unread"), true)}
        </nav>
        <Button
          variant="ghost"
          size="sm"
          isBusy={isBusy}
          disabled={!page.rows.some(({ isRead }) => !isRead)}
          onClick={() => newestId && markAllRead(newestId)}
        >
          {t("markAll")}
        </Button>
      </div>
      {page.rows.length === 0 ? (
        <Nothing isUnread={isUnread} all={addressWith({ unread: null })} />
      ) : (
        <ul aria-label={t("list")} className="mx-4 divide-y border-b md:mx-6">
          {page.rows.map((one) => (
            <NotificationItem key={one.id} account={account} notification={one} onRead={markRead} />
          ))}
        </ul>
      )}
      {(page.previous || page.next) && (
        <nav aria-label={t("pages")} className="flex justify-end gap-2 px-4 py-3 md:px-6">
          <PageLink address={page.previous && addressWith({ before: page.previous, after: null })}>
            {t("newer")}
          </PageLink>
          <PageLink address={page.next && addressWith({ after: page.next, before: null })}>
            {t("older")}
          </PageLink>
        </nav>
      )}
    </div>
  );
}

function Nothing({ isUnread, all }: { isUnread: boolean; all: string }) {
  const t = useTranslations("notifications");
  if (!isUnread) {
    return (
      <EmptyState icon={BellRing} title={t("empty.title")}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  const act = (
    <Button asChild variant="outline">
      <Link href={all}>{t("allRead.act")}</Link>
    </Button>
  );
  return (
    <EmptyState icon={CheckCheck} title={t("allRead.title")} action={act}>
      {t("allRead.text")}
    </EmptyState>
  );
}

function PageLink({ address, children }: { address: string | null; children: string }) {
  if (!address) return null;
  return (
    <Button asChild variant="outline" size="sm">
      <Link href={address}>{children}</Link>
    </Button>
  );
}
