"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AiEnrollmentState } from "@/lib/ai-enrollment/schema";

type StateNoticeProps = { account: string; state: AiEnrollmentState; maySetUp: boolean };

/** Why nobody is looked for, or when somebody was last, and what ended that look. */
export function StateNotice({ account, state, maySetUp }: StateNoticeProps) {
  const t = useTranslations("ai-enrollment.state");
  const { sequence, config, isOn, maestro, usedToday, lastRunAt, lastOutcome } = state;
  if (maestro !== "on") {
    return (
      <Alert
        tone="amber"
        title={t(maestro === "off" ? "maestroOff" : "noMaestro")}
        action={
          maySetUp && (
            <Button asChild variant="outline" size="sm">
              <Link href={`/${account}/settings/maestro`}>{t("toMaestro")}</Link>
            </Button>
          )
        }
      >
        {t("maestroText")}
      </Alert>
    );
  }
  if (sequence.status !== "active" || !sequence.isPublished) {
    return (
      <Alert tone="amber" title={t("notActive")}>
        {t("notActiveText")}
      </Alert>
    );
  }
  if (!config) return <Alert tone="violet">{t("first")}</Alert>;
  if (!isOn) return <Alert tone="grey">{t("off")}</Alert>;
  const hasTrouble = lastOutcome !== null && lastOutcome !== "ok";
  return (
    <Alert tone={hasTrouble ? "amber" : "green"}>
      {hasTrouble ? `${t(`ended.${lastOutcome}`)} ` : ""}
      {t("used", { used: usedToday, perDay: config.perDay })} {lastRunAt ? t("looked") : t("notYet")}{" "}
      {lastRunAt && <RelativeTime at={lastRunAt} />}
    </Alert>
  );
}
