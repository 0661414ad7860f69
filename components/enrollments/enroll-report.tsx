"use client";

import { useTranslations } from "next-intl";
import { FieldError } from "@/components/ui/field";
import { Status } from "@/components/ui/status";
import type { ReportState } from "./use-enroll-report";

/** Who will be enrolled, who is already, and who is not and why. */
export function EnrollReportView({ report: state }: { report: ReportState }) {
  const t = useTranslations("enrollments.enroll");
  const refusal = useTranslations("enrollments.refusal");
  if (state.kind === "refused") return <FieldError>{state.message}</FieldError>;
  if (state.kind === "open") return null;
  if (state.kind === "checking") return <p className="text-muted-foreground">{t("checking")}</p>;
  const { enrollable, existing, refused } = state.report;
  return (
    <div role="status">
      <ul aria-label={t("report")} className="grid gap-1.5 rounded-md border px-3 py-2.5">
        <li>
          <Status tone={enrollable > 0 ? "green" : "grey"}>{t("willEnroll", { count: enrollable })}</Status>
        </li>
        {existing > 0 && (
          <li>
            <Status tone="blue">{t("existing", { count: existing })}</Status>
          </li>
        )}
        {refused.map(({ code, count, names }) => (
          <li key={code} className="grid">
            <Status tone="red">{refusal(code, { count })}</Status>
            <span className="truncate pl-3.5 text-muted-foreground">
              {names.join(", ")}
              {count > names.length &&
                names.length > 0 &&
                ` ${t("andMore", { count: count - names.length })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
