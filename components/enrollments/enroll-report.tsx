"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldError } from "@/components/ui/field";
import { Status } from "@/components/ui/status";
import type { Audience } from "@/lib/enrollments/schema";
import { ReportedList } from "./reported-list";
import type { ReportState } from "./use-enroll-report";

type EnrollReportViewProps = {
  account: string;
  sequenceId: string;
  audience: Audience | null;
  report: ReportState;
};

/** Who will be enrolled, who is already, and who is not and why; behind each number the list. */
export function EnrollReportView({ report: state, ...asked }: EnrollReportViewProps) {
  const t = useTranslations("enrollments.enroll");
  const refusal = useTranslations("enrollments.refusal");
  if (state.kind === "refused") return <FieldError>{state.message}</FieldError>;
  if (state.kind === "open") return null;
  if (state.kind === "checking") return <p className="text-muted-foreground">{t("checking")}</p>;
  const { enrollable, existing, superseded, refused } = state.report;
  return (
    <div role="status">
      <ul aria-label={t("report")} className="grid gap-1.5 rounded-md border px-3 py-2.5">
        <Line {...asked} verdict="enrollable" tone={enrollable > 0 ? "green" : "grey"} count={enrollable}>
          {t("willEnroll", { count: enrollable })}
        </Line>
        {superseded > 0 && (
          <li className="pl-3.5 text-muted-foreground">{t("superseded", { count: superseded })}</li>
        )}
        {existing > 0 && (
          <Line {...asked} verdict="existing" tone="blue" count={existing}>
            {t("existing", { count: existing })}
          </Line>
        )}
        {refused.map(({ code, other, count, names }) => (
          <Line key={`${code} ${other}`} {...asked} verdict={code} other={other} tone="red" count={count}>
            {refusal(code, { count })}
            {other && ` (${other})`}
            <span className="block truncate font-normal text-muted-foreground">
              {names.join(", ")}
              {count > names.length &&
                names.length > 0 &&
                ` ${t("andMore", { count: count - names.length })}`}
            </span>
          </Line>
        ))}
      </ul>
    </div>
  );
}

type LineProps = Omit<EnrollReportViewProps, "report"> & {
  verdict: string;
  other?: string | null;
  tone: "green" | "grey" | "blue" | "red";
  count: number;
  children: React.ReactNode;
};

function Line({ account, sequenceId, audience, verdict, other = null, tone, count, children }: LineProps) {
  const [isOpen, setOpen] = useState(false);
  if (count === 0 || !audience) {
    return (
      <li>
        <Status tone={tone}>{children}</Status>
      </li>
    );
  }
  return (
    <li className="grid min-w-0 gap-1">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="min-h-6 min-w-0 text-left underline-offset-2 hover:underline"
      >
        <Status tone={tone}>{children}</Status>
      </button>
      {isOpen && <ReportedList {...{ account, sequenceId, audience, verdict, other }} />}
    </li>
  );
}
