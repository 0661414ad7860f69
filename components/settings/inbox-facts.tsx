"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tones";
import type { Quality } from "@/lib/core/model-inboxes";
import type { Count, InboxStanding } from "@/lib/inboxes/standing";

const QUALITY_TONES: Record<Quality, Tone> = { green: "green", yellow: "amber", red: "red", unknown: "grey" };
const CONNECTION_TONES = { open: "green", connecting: "amber", closed: "red" } as const;

export function QualityFact({ quality }: { quality: Quality }) {
  const t = useTranslations("inboxes.quality");
  return <Status tone={QUALITY_TONES[quality]}>{t(quality)}</Status>;
}

export function ConnectionFact({ connection }: { connection: keyof typeof CONNECTION_TONES }) {
  const t = useTranslations("inboxes.connection");
  return <Status tone={CONNECTION_TONES[connection]}>{t(connection)}</Status>;
}

/** "312 of 1,000", with a word where a warm-up plan is what limits the day. */
export function SentToday({ sentToday, dayLimit }: Pick<InboxStanding, "sentToday" | "dayLimit">) {
  const t = useTranslations("inboxes");
  const format = useFormatter();
  const sent = useCountWords()(sentToday);
  if (!dayLimit) return <span className="tabular-nums">{sent}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1 tabular-nums">
      {t("of", { count: sent, limit: format.number(dayLimit.limit) })}
      {dayLimit.isWarmUp && <Badge tone="blue">{t("warmUp")}</Badge>}
    </span>
  );
}

/** "1,204", or "over 1,000" where nobody has counted further. */
export function useCountWords() {
  const t = useTranslations("inboxes");
  const format = useFormatter();
  return ({ value, isMore }: Count) =>
    isMore ? t("over", { count: format.number(value) }) : format.number(value);
}
