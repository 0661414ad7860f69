"use client";

import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { EndReason, EnrollmentStatus } from "@/lib/core/model";

/** The state of a run and, when it is over, why. */
export function RunState({ status, endReason }: { status: EnrollmentStatus; endReason: EndReason | null }) {
  const t = useTranslations("status");
  if (status === "ended" && endReason) {
    const words = `${t("enrollment.ended")}: ${t(`end.${endReason}`)}`;
    return (
      <Status status={endReason} className="max-w-full align-bottom">
        <span className="truncate" title={words}>
          {words}
        </span>
      </Status>
    );
  }
  return <Status status={status}>{t(`enrollment.${status}`)}</Status>;
}
