"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { TrialVerdict } from "@/lib/ai-enrollment/schema";

const TONES = { suggest: "violet", enroll: "violet", over_limit: "amber", nothing: "grey" } as const;

/** Each conversation of the sample: what would have become of it, why, and what really happened afterwards. */
export function TrialList({ account, verdicts }: { account: string; verdicts: TrialVerdict[] }) {
  const t = useTranslations("ai-enrollment.trial");
  return (
    <ul className="divide-y rounded-lg border">
      {verdicts.map((verdict) => (
        <li key={verdict.id} className="grid gap-1.5 px-3 py-2.5">
          <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
            <Link
              href={`/${account}/conversations?status=all&thread=${verdict.conversationId}`}
              className="rounded-sm font-medium hover:underline"
            >
              {verdict.contactName}
            </Link>
            <Status tone={verdict.outcome === "ok" ? TONES[verdict.would] : "red"}>
              {t(verdict.outcome === "ok" ? `would.${verdict.would}` : "noVerdict")}
            </Status>
            {verdict.outcome === "ok" && (
              <Badge tone={TONES[verdict.would]}>{t("confidence", { percent: verdict.confidence })}</Badge>
            )}
            <span className="text-muted-foreground text-xs">
              <RelativeTime at={verdict.at} />
            </span>
          </div>
          <p className="break-words">
            {verdict.outcome === "ok" ? verdict.reason : t(`why.${verdict.outcome}`)}
          </p>
          <p className="flex flex-wrap gap-x-1.5 text-muted-foreground text-xs">
            {verdict.repliedAt ? t("replied") : t("silent")}
            {verdict.repliedAt && <RelativeTime at={verdict.repliedAt} />}
            {verdict.event && (
              <>
                {" · "}
                {t(`event.${EVENT_KEYS[verdict.event.name] ?? "other"}`)}{" "}
                <RelativeTime at={verdict.event.at} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Keys of texts hold no dots. */
const EVENT_KEYS: Record<string, "paid" | "won" | "booked" | "completed"> = {
  "charge.paid": "paid",
  "deal.won": "won",
  "appointment.booked": "booked",
  "appointment.completed": "completed",
};
