"use client";

import { CalendarClock, Hourglass, type LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { shownTime } from "@/components/enrollments/shown-data";
import { useSentence } from "@/components/enrollments/use-sentence";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DraftDetail } from "@/lib/approvals/schema";

/** When it goes out at the earliest, and what happens if nobody decides. */
export function DraftOutlook({ draft, onWake }: { draft: DraftDetail; onWake: () => void }) {
  const t = useTranslations("approvals.outlook");
  const locale = useLocale();
  const { why } = useSentence(draft.timeZone);
  const { earliest, expiresAt, expiryDoes, snoozedUntil, timeZone, verdict } = draft;
  if (verdict !== "open" && verdict !== "approved") return null;
  const exact = (at: string) => shownTime(at, locale, timeZone);
  return (
    <ul className="grid gap-1.5 text-xs">
      <Line icon={CalendarClock}>
        {earliest.at ? (
          <>
            {t("earliest")} <RelativeTime at={earliest.at} timeZone={timeZone} className="font-medium" />{" "}
            <span className="text-muted-foreground">({exact(earliest.at)})</span>
          </>
        ) : (
          <>
            {t("never")} {why(earliest.because)}
          </>
        )}
      </Line>
      {verdict === "open" && (
        <Line icon={Hourglass}>
          {expiresAt ? (
            <>
              {t(`expires.${expiryDoes}`)}{" "}
              <RelativeTime at={expiresAt} timeZone={timeZone} className="font-medium" />{" "}
              <span className="text-muted-foreground">({exact(expiresAt)})</span>
            </>
          ) : (
            t("waits")
          )}
        </Line>
      )}
      {snoozedUntil && new Date(snoozedUntil) > new Date() && (
        <Line icon={Hourglass}>
          {t("snoozed")} <RelativeTime at={snoozedUntil} timeZone={timeZone} className="font-medium" />{" "}
          <Button variant="link" size="sm" className="h-auto" onClick={onWake}>
            {t("wake")}
          </Button>
        </Line>
      )}
    </ul>
  );
}

function Line({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="flex items-start gap-1.5">
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 text-muted-foreground" />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
