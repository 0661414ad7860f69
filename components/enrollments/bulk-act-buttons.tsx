"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { ActButtons } from "./act-buttons";
import type { ActKind } from "./act-fields";
import type { AskedFilter } from "./filter-fields";

const BulkActDialog = dynamic(() => import("./bulk-act-dialog").then((dialog) => dialog.BulkActDialog), {
  ssr: false,
});

type BulkActButtonsProps = {
  account: string;
  filter: AskedFilter;
  /** One of the runs, whose steps are offered to move to. */
  exampleId: string;
  /** Not while one run is open beside the list: its own acts have the keys then. */
  hasShortcuts: boolean;
  onStarted: () => void;
};

/** What can be done with all runs that match; an act that could change none of them is not offered. */
export function BulkActButtons({ filter, hasShortcuts, ...asked }: BulkActButtonsProps) {
  const t = useTranslations("enrollments.onMany");
  return (
    <ActButtons
      place="all"
      hasShortcuts={hasShortcuts}
      isOffered={(kind) => isOffered(kind, filter)}
      dialog={(kind, close) => <BulkActDialog {...asked} filter={filter} kind={kind} onClose={close} />}
      nothing={<p className="text-muted-foreground text-xs">{t("allEnded")}</p>}
    />
  );
}

function isOffered(kind: ActKind, { status, reason, sequence }: AskedFilter): boolean {
  if (status === "ended" || reason) return false;
  // A step is one of a sequence's.
  if (kind === "move") return sequence !== undefined;
  if (kind === "pause" || kind === "send_now") return status !== "paused";
  return kind !== "resume" || status !== "active";
}
