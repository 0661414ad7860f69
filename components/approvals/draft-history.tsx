"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/enrollments/use-sentence";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DraftDetail } from "@/lib/approvals/schema";

/** What became of the draft so far, and what was asked of Maestro. */
export function DraftHistory({ draft }: { draft: DraftDetail }) {
  const t = useTranslations("approvals.history");
  const { say } = useSentence(draft.timeZone);
  return (
    <details>
      <summary className="w-fit font-medium">{t("title")}</summary>
      <div className="grid gap-2 pt-2 text-xs">
        {draft.instruction && (
          <p>
            <span className="text-muted-foreground">{t("instruction")}</span> {draft.instruction}
          </p>
        )}
        {draft.remark && (
          <p>
            <span className="text-muted-foreground">{t("remark")}</span> {draft.remark}
          </p>
        )}
        <ol className="grid gap-1.5">
          {draft.history.map((event) => (
            <li key={event.id} className="flex justify-between gap-3">
              <span className="min-w-0 break-words">{say(event)}</span>
              <RelativeTime
                at={event.at}
                timeZone={draft.timeZone}
                className="shrink-0 text-muted-foreground"
              />
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
