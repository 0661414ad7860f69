"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Hint } from "@/components/ui/tooltip";
import { type NotificationShown, notificationPath, notificationSentence } from "@/lib/notifications/words";
import { NOTIFICATION_ICONS } from "./notification-icon";

type NotificationItemProps = {
  account: string;
  notification: NotificationShown;
  onRead: (id: string) => void;
  onOpen?: () => void;
};

/** What happened and when; the whole row opens the thing, and that counts as read. */
export function NotificationItem({ account, notification, onRead, onOpen }: NotificationItemProps) {
  const t = useTranslations("notifications");
  const { id, kind, at, isRead } = notification;
  const Icon = NOTIFICATION_ICONS[kind];
  const open = () => {
    if (!isRead) onRead(id);
    onOpen?.();
  };
  return (
    <li className="relative flex items-start gap-2.5 px-3 py-2.5 hover:bg-muted">
      <Icon
        aria-hidden
        className={cn("mt-0.5 size-4 shrink-0", isRead ? "text-muted-foreground" : "text-primary")}
      />
      <div className="min-w-0 flex-1">
        <Link
          href={`/${account}/${notificationPath(notification)}`}
          onClick={open}
          className={cn(
            "block break-words after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring",
            isRead ? "text-muted-foreground" : "font-medium",
          )}
          suppressHydrationWarning
        >
          {notificationSentence(t, notification, new Date())}
        </Link>
        <p className="text-muted-foreground text-xs">
          {!isRead && (
            <>
              <span className="text-primary">{t("isUnread")}</span>
              <span aria-hidden> · </span>
            </>
          )}
          <RelativeTime at={at} className="relative z-10" />
        </p>
      </div>
      {!isRead && (
        <Hint text={t("markRead")}>
          <Button
            variant="ghost"
            size="icon-sm"
            className="relative z-10 shrink-0 text-muted-foreground"
            aria-label={t("markRead")}
            onClick={() => onRead(id)}
          >
            <Check aria-hidden />
          </Button>
        </Hint>
      )}
    </li>
  );
}
