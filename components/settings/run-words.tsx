"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tones";
import type { RunListed } from "@/lib/executor/data";
import type { RunStatus } from "@/lib/executor/schema";

const TONES: Record<RunStatus, Tone> = {
  active: "blue",
  completed: "green",
  failed: "red",
  cancelled: "grey",
};

export function RunStatusWord({ status }: { status: RunStatus }) {
  const t = useTranslations("settings.runs.is");
  return <Status tone={TONES[status]}>{t(status)}</Status>;
}

/** What an active run waits for, and until when. */
export function RunWaiting({ waiting }: { waiting: NonNullable<RunListed["waiting"]> }) {
  const t = useTranslations("settings.runs.wakes");
  if (waiting.isRunning) return t("running");
  return (
    <span className="md:whitespace-nowrap">
      {t(waiting.kind, { name: waiting.name ?? "" })} <RelativeTime at={waiting.dueAt} />
      {waiting.attempt > 0 && `, ${t("attempt", { attempt: waiting.attempt + 1 })}`}
    </span>
  );
}
