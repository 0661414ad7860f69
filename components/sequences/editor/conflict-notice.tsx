"use client";

import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { clockTime } from "./clock-time";
import { plainText } from "./plain-text";
import type { Conflict } from "./use-elsewhere";

type ConflictNoticeProps = { conflict: Conflict; onTheirs: () => void; onMine: () => void };

/** Somebody else has saved: nothing is lost until the person says whose words stand. */
export function ConflictNotice({ conflict, onTheirs, onMine }: ConflictNoticeProps) {
  const t = useTranslations("sequences.save");
  const format = useFormatter();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(plainText(conflict.mine));
      toast(t("copied"));
    } catch {
      toast.error(t("notCopied"));
    }
  };
  return (
    <Alert
      role="alert"
      tone="red"
      title={t("conflictTitle", { time: clockTime(format, conflict.theirs.savedAt) })}
      className="mx-4 mt-4 md:mx-6"
    >
      <p>{t("conflictText")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" variant="outline" onClick={onTheirs}>
          {t("takeTheirs")}
        </Button>
        <Button size="sm" variant="destructive" onClick={onMine}>
          {t("keepMine")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => void copy()}>
          {t("copyMine")}
        </Button>
      </div>
    </Alert>
  );
}
