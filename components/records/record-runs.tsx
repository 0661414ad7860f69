"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RunState } from "@/components/enrollments/run-state";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { RecordDetail } from "@/lib/records/detail";
import { EnrollRecordDialog } from "./enroll-record-dialog";

type RecordRunsProps = {
  account: string;
  detail: RecordDetail;
  timeZone: string;
  canEnroll: boolean;
  onChanged: () => void;
};

/** The runs about this record, those that go on first. */
export function RecordRuns({ account, detail, timeZone, canEnroll, onChanged }: RecordRunsProps) {
  const t = useTranslations("records.runs");
  const [isEnrolling, setEnrolling] = useState(false);
  return (
    <section aria-labelledby="record-runs" className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 id="record-runs" className="font-medium">
          {t("title")}
        </h3>
        {canEnroll && (
          <Button size="sm" variant="outline" onClick={() => setEnrolling(true)}>
            <UserPlus aria-hidden /> {t("enroll")}
          </Button>
        )}
      </div>
      {detail.runs.length === 0 && <p className="text-muted-foreground">{t("none")}</p>}
      <ul className="grid gap-2">
        {detail.runs.map((run) => (
          <li key={run.id} className="rounded-md border px-3 py-2">
            <Link className="link block truncate" href={`/${account}/enrollments?run=${run.id}`}>
              {run.sequenceName}
            </Link>
            <span className="flex flex-wrap items-center gap-x-3 text-muted-foreground">
              <RunState status={run.status} endReason={run.endReason} />
              {run.status !== "ended" && run.nextActionAt && (
                <span>
                  {t("next")} <RelativeTime at={run.nextActionAt} timeZone={timeZone} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <EnrollRecordDialog
        account={account}
        detail={detail}
        isOpen={isEnrolling}
        onClose={() => setEnrolling(false)}
        onEnrolled={onChanged}
      />
    </section>
  );
}
