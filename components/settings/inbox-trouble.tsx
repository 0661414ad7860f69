"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { alertSentence } from "@/lib/alerts/words";
import type { InboxStanding } from "@/lib/inboxes/standing";

type InboxTroubleProps = { trouble: NonNullable<InboxStanding["trouble"]>; timeZone: string };

/** What the newest alert about an inbox said, and when; also after it is over. */
export function InboxTrouble({ trouble, timeZone }: InboxTroubleProps) {
  const t = useTranslations("alerts");
  const over = useTranslations("inboxes");
  return (
    <span>
      {alertSentence(t, trouble)}{" "}
      <span className="whitespace-nowrap text-muted-foreground">
        <RelativeTime at={trouble.at} timeZone={timeZone} />
        {!trouble.isOpen && ` · ${over("isOver")}`}
      </span>
    </span>
  );
}
