"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { clockTime } from "./clock-time";

type RestoreNoticeProps = { at: string; onRestore: () => void; onGiveUp: () => void };

/** What an earlier page could not save before it was closed. */
export function RestoreNotice({ at, onRestore, onGiveUp }: RestoreNoticeProps) {
  const t = useTranslations("sequences.save");
  const format = useFormatter();
  return (
    <Alert
      role="alert"
      tone="amber"
      title={t("keptTitle", { time: clockTime(format, at) })}
      className="mx-4 mt-4 md:mx-6"
    >
      <p>{t("keptText")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" variant="outline" onClick={onRestore}>
          {t("restore")}
        </Button>
        <Button size="sm" variant="ghost" onClick={onGiveUp}>
          {t("giveUp")}
        </Button>
      </div>
    </Alert>
  );
}
