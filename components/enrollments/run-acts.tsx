"use client";

import type { EnrollmentStatus } from "@/lib/core/model";
import { ActButtons } from "./act-buttons";
import { ActDialog } from "./act-dialog";

type RunActsProps = {
  account: string;
  runs: { id: string; status: EnrollmentStatus }[];
  onActed?: () => void;
  /** Whether the acts are offered by key and in the palette, too: for one place of a screen at a time. */
  hasShortcuts?: boolean;
};

/** What a person may do with these runs; an act that would change none of them is not offered. */
export function RunActs({ account, runs, onActed, hasShortcuts = false }: RunActsProps) {
  const has = (status: EnrollmentStatus) => runs.some((run) => run.status === status);
  const isLive = has("active") || has("paused");
  return (
    <ActButtons
      place="run"
      hasShortcuts={hasShortcuts}
      isOffered={(kind) => {
        if (kind === "pause" || kind === "send_now") return has("active");
        return kind === "resume" ? has("paused") : isLive;
      }}
      dialog={(kind, close) => (
        <ActDialog
          account={account}
          kind={kind}
          ids={runs.map((run) => run.id)}
          onClose={close}
          onActed={onActed}
        />
      )}
    />
  );
}
