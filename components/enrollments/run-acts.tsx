"use client";

import { Pause, Play, Send, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { EnrollmentStatus } from "@/lib/core/model";
import { type RunAct, useRunActs } from "./use-run-acts";

const ICONS = { pause: Pause, resume: Play, sendNow: Send, stop: Square };

type RunActsProps = {
  account: string;
  runs: { id: string; status: EnrollmentStatus }[];
  onActed?: () => void;
};

/** What a person may do with these runs; an act that would change none of them is not offered. */
export function RunActs({ account, runs, onActed }: RunActsProps) {
  const t = useTranslations("enrollments.acts");
  const { act, underWay } = useRunActs(account);
  const has = (status: EnrollmentStatus) => runs.some((run) => run.status === status);
  const offered: RunAct[] = [];
  if (has("active")) offered.push("pause");
  if (has("paused")) offered.push("resume");
  if (has("active")) offered.push("sendNow");
  if (has("active") || has("paused")) offered.push("stop");

  return (
    <>
      {offered.map((kind) => {
        const Icon = ICONS[kind];
        return (
          <Button
            key={kind}
            size="sm"
            variant={kind === "stop" ? "destructive" : "outline"}
            isBusy={underWay === kind}
            disabled={underWay !== null}
            onClick={() =>
              void act(
                kind,
                runs.map((run) => run.id),
              ).then(onActed)
            }
          >
            <Icon aria-hidden /> {t(kind)}
          </Button>
        );
      })}
    </>
  );
}
