"use client";

import { useTranslations } from "next-intl";
import type { RunTimeline, TimelineStep } from "@/lib/enrollments/timeline";
import { groupsOf } from "./timeline-groups";
import { TimelineLine } from "./timeline-line";

/** Newest first, grouped by step. */
export function Timeline({ timeline: { steps, entries, timeZone } }: { timeline: RunTimeline }) {
  const t = useTranslations("enrollments.timeline");
  return (
    <section aria-label={t("title")} className="grid gap-5">
      {groupsOf(entries).map(({ stepId, entries: together }) => (
        <div key={together[0]?.id} className="grid gap-1">
          <h3 className="font-medium text-muted-foreground text-xs">
            <StepName step={steps.find((step) => step.id === stepId)} />
          </h3>
          <ol className="grid">
            {together.map((entry) => (
              <TimelineLine key={entry.id} entry={entry} timeZone={timeZone} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function StepName({ step }: { step: TimelineStep | undefined }) {
  const t = useTranslations("enrollments.timeline");
  const channel = useTranslations("status.channel");
  if (!step) return t("run");
  const about = step.name ?? (channel.has(step.channel) ? channel(step.channel) : step.channel);
  return `${t("step", { number: step.number })}, ${about}`;
}
