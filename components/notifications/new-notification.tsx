"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Unread } from "@/lib/notifications/data";
import { notificationSentence } from "@/lib/notifications/words";

/** Says to screen readers what comes while the page is open, not what was there before. */
export function NewNotification({ newest }: { newest: Unread["newest"] | undefined }) {
  const t = useTranslations("notifications");
  const [known, setKnown] = useState<string>();
  const [said, setSaid] = useState("");
  const id = newest === undefined ? undefined : (newest?.id ?? "");
  if (id !== undefined && id !== known) {
    setKnown(id);
    // Ids grow with time: an older one is the newest again where a newer one was read.
    if (newest && known !== undefined && id > known) {
      setSaid(t("bell.new", { sentence: notificationSentence(t, newest, new Date()) }));
    }
  }
  return (
    <span aria-live="polite" className="sr-only">
      {said}
    </span>
  );
}
