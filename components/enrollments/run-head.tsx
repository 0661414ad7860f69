"use client";

import { useLocale, useTranslations } from "next-intl";
import type { RunTimeline } from "@/lib/enrollments/timeline-schema";
import { RunActs } from "./run-acts";
import { RunLinks } from "./run-links";
import { RunState } from "./run-state";
import { answered } from "./timeline-answer";

type RunHeadProps = {
  account: string;
  timeline: RunTimeline;
  canManage: boolean;
  /** Whether this is its own page already. */
  isPage?: boolean;
};

/** The run's state, why nothing goes out in one sentence, its acts and the ways to all that it touches. */
export function RunHead({ account, timeline, canManage, isPage = false }: RunHeadProps) {
  const t = useTranslations("enrollments");
  const { run } = timeline;
  return (
    <>
      <section aria-label={t("stateLabel")} className="grid gap-3">
        <div className="grid gap-1">
          <RunState status={run.status} endReason={run.endReason} />
          <Answer timeline={timeline} />
        </div>
        {canManage && run.status !== "ended" && (
          <div className="flex flex-wrap gap-2">
            <RunActs account={account} runs={[run]} hasShortcuts />
          </div>
        )}
      </section>
      <RunLinks account={account} timeline={timeline} isPage={isPage} />
    </>
  );
}

function Answer({ timeline }: { timeline: RunTimeline }) {
  const t = useTranslations();
  const locale = useLocale();
  const { sentence, why } = answered(t, timeline, { locale, now: new Date() });
  return (
    <>
      <h2 className="sr-only">{t("timeline.answer.title")}</h2>
      <p suppressHydrationWarning>
        {sentence} {why && <span className="text-muted-foreground">{why}</span>}
      </p>
    </>
  );
}
