"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { RunTimeline, TimelineStep } from "@/lib/enrollments/timeline-schema";
import { TimelineBeginning } from "./timeline-beginning";
import { groupsOf } from "./timeline-groups";
import { TimelineLine } from "./timeline-line";
import type { useTimeline } from "./timeline-query";

type TimelineProps = { timeline: RunTimeline; older: ReturnType<typeof useTimeline>["older"] };

/** Newest first, grouped by step. */
export function Timeline({ timeline: { run, steps, entries, timeZone }, older }: TimelineProps) {
  const t = useTranslations("enrollments.timeline");
  const links = useTranslations("timeline.links");
  return (
    <section aria-label={t("title")} className="grid gap-5">
      {groupsOf(entries).map(({ stepId, entries: together }) => (
        <div key={together[0]?.id} className="grid gap-1">
          <h3 className="font-medium text-muted-foreground text-xs">
            <StepName stepId={stepId} steps={steps} />
          </h3>
          <ol className="grid">
            {together.map((entry) => (
              <TimelineLine key={entry.id} runId={run.id} entry={entry} timeZone={timeZone} />
            ))}
          </ol>
        </div>
      ))}
      <TimelineBeginning entries={entries} hasMore={older.hasMore} />
      {older.failure !== null && <p role="alert">{older.failure}</p>}
      {older.hasMore && (
        <Button variant="outline" size="sm" disabled={older.isLoading} onClick={older.load}>
          {links(older.isLoading ? "loading" : "more")}
        </Button>
      )}
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
