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
            <StepName stepId={stepId} steps={steps} />
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

function StepName({ stepId, steps }: { stepId: string | null; steps: TimelineStep[] }) {
  const t = useTranslations("enrollments.timeline");
  const channel = useTranslations("status.channel");
  const step = steps.find((one) => one.id === stepId);
  // Of a version that the run was moved away from.
  if (!step) return t(stepId ? "stepGone" : "run");
  const about = step.name ?? (channel.has(step.channel) ? channel(step.channel) : step.channel);
  return `${t("step", { number: step.number })}, ${about}`;
}
