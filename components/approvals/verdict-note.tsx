"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Tone } from "@/components/ui/tones";
import type { DraftDetail, DraftVerdict } from "@/lib/approvals/schema";

const TONES: Partial<Record<DraftVerdict, Tone>> = { approved: "green", sent: "green" };

type VerdictNoteProps = { draft: DraftDetail; onTakeBack: () => void; hasEdit: boolean };

/** Who decided what. It comes up by itself where somebody else did so meanwhile. */
export function VerdictNote({ draft, onTakeBack, hasEdit }: VerdictNoteProps) {
  const t = useTranslations("approvals");
  const { verdict, decidedByName, decidedAt, timeZone } = draft;
  return (
    <Alert
      role="status"
      tone={TONES[verdict] ?? "grey"}
      action={
        draft.isUndoable && (
          <Button size="sm" variant="outline" onClick={onTakeBack}>
            {t("takeBack")}
          </Button>
        )
      }
    >
      {t(`decided.${verdict}`, { by: decidedByName ? "person" : "none", name: decidedByName ?? "" })}{" "}
      {decidedAt && <RelativeTime at={decidedAt} timeZone={timeZone} className="text-muted-foreground" />}
      {hasEdit && <span className="block">{t("decided.ownEdit")}</span>}
    </Alert>
  );
}
