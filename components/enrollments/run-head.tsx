"use client";

import { Smartphone, UserRound } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { relativeTime } from "@/components/ui/time-text";
import type { RunTimeline } from "@/lib/enrollments/timeline";
import { RunActs } from "./run-acts";
import { RunState } from "./run-state";
import { shownTime } from "./shown-data";
import { useSentence } from "./use-sentence";

type RunHeadProps = { account: string; timeline: RunTimeline; canManage: boolean };

/** The run's state in one sentence, its acts and the ways to its contact. */
export function RunHead({ account, timeline, canManage }: RunHeadProps) {
  const t = useTranslations("enrollments");
  const { run } = timeline;
  return (
    <section aria-label={t("stateLabel")} className="grid gap-3">
      <div className="grid gap-1">
        <RunState status={run.status} endReason={run.endReason} />
        <StateSentence timeline={timeline} />
      </div>
      <div className="flex flex-wrap gap-2">
        {canManage && <RunActs account={account} runs={[run]} hasShortcuts />}
        <Button asChild variant="ghost" size="sm">
          <Link href={`/${account}/contacts/${run.contactId}`}>
            <UserRound aria-hidden /> {t("toContact")}
          </Link>
        </Button>
        {run.sandboxConversationId && (
          <Button asChild variant="ghost" size="sm">
            <Link href={`/${account}/sandbox?thread=${run.sandboxConversationId}`}>
              <Smartphone aria-hidden /> {t("toPhone")}
            </Link>
          </Button>
        )}
      </div>
    </section>
  );
}

function StateSentence({ timeline: { run, steps, entries, timeZone } }: { timeline: RunTimeline }) {
  const t = useTranslations("enrollments.sentence");
  const locale = useLocale();
  const { why } = useSentence(timeZone);
  const time = (at: string) => shownTime(at, locale, timeZone);
  const number = steps.find((step) => step.id === run.stepId)?.number;

  if (run.status === "ended") return <p>{run.endedAt && t("ended", { at: time(run.endedAt) })}</p>;
  if (run.status === "paused") {
    return <p>{run.pausedUntil ? t("pausedUntil", { at: time(run.pausedUntil) }) : t("paused")}</p>;
  }
  const reason = entries.find((entry) => entry.kind === "waiting")?.because;
  if (!run.nextActionAt || !number) return <p>{t("finishing")}</p>;
  const next = { number, count: steps.length, at: time(run.nextActionAt) };
  return (
    <p suppressHydrationWarning>
      {t("active", { ...next, relative: relativeTime(new Date(run.nextActionAt), new Date(), locale) })}{" "}
      {reason && reason.code !== "not_due" && <span className="text-muted-foreground">{why(reason)}</span>}
    </p>
  );
}
