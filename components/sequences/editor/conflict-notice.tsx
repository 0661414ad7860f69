"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { DifferenceList } from "../versions/difference-list";
import { clockTime } from "./clock-time";
import { useEditor } from "./editor-scope";
import { plainText } from "./plain-text";
import type { Conflict } from "./use-elsewhere";

type ConflictNoticeProps = { conflict: Conflict; onTheirs: () => void; onMine: () => void };

/** Somebody else has saved: nothing is lost until the person says whose words stand. */
export function ConflictNotice({ conflict, onTheirs, onMine }: ConflictNoticeProps) {
  const t = useTranslations("sequences.save");
  const format = useFormatter();
  const { context } = useEditor();
  const [showsDifference, setShowsDifference] = useState(false);
  const { savedAt, savedBy } = conflict.theirs;
  const time = clockTime(format, savedAt);
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
      title={savedBy === null ? t("conflictTitle", { time }) : t("conflictTitleBy", { name: savedBy, time })}
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
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={showsDifference}
          onClick={() => setShowsDifference(!showsDifference)}
        >
          {t("difference")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => void copy()}>
          {t("copyMine")}
        </Button>
      </div>
      {showsDifference && (
        <div className="mt-3 max-h-80 overflow-y-auto border-t pt-3">
          <p className="mb-2 text-muted-foreground text-xs">{t("differenceText")}</p>
          <DifferenceList before={conflict.theirs.draft} after={conflict.mine} people={context.members} />
        </div>
      )}
    </Alert>
  );
}
