"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button, buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { type AlertShown, alertSentence, isDismissible } from "@/lib/alerts/words";
import { useAlertActs } from "./use-alert-acts";

type AlertItemProps = { account: string; alert: AlertShown; mayResume: boolean };

export function AlertItem({ account, alert, mayResume }: AlertItemProps) {
  const t = useTranslations("alerts");
  const { id, kind, at, count, isBad } = alert;
  const { resume, lift, dismiss, isBusy } = useAlertActs(account);
  const sentence = alertSentence(t, alert);
  const Icon = isBad ? CircleAlert : TriangleAlert;
  const mend = placeOf(account, alert, mayResume);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-3">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", isBad ? "text-red" : "text-amber")} />
      <div className="min-w-0 flex-1 basis-64">
        <p className="break-words font-medium">{sentence}</p>
        <p className="flex flex-wrap gap-x-2 text-muted-foreground text-xs">
          <span>{t(isBad ? "severity.bad" : "severity.notice")}</span>
          <span aria-hidden>·</span>
          <RelativeTime at={at} />
          {count > 1 && (
            <>
              <span aria-hidden>·</span>
              <span>{t("times", { count })}</span>
            </>
          )}
        </p>
        {kind === "inbox_paused" && <Probe at={alert.data.probeAt} />}
      </div>
      <div className="flex flex-wrap gap-2">
        {mend && (
          <Link href={mend.href} className={buttonVariants({ variant: "outline", size: "sm" })}>
            {t(`acts.${mend.act}`)}
          </Link>
        )}
        {kind === "inbox_paused" && mayResume && (
          <Button size="sm" isBusy={isBusy} onClick={() => resume(id)}>
            {t("acts.resume")}
          </Button>
        )}
        {kind === "step_blocked" && (
          <Button size="sm" isBusy={isBusy} onClick={() => lift(id)}>
            {t("acts.lift")}
          </Button>
        )}
        {isDismissible(kind) && (
          <Button variant="outline" size="sm" isBusy={isBusy} onClick={() => dismiss(id)}>
            {t("acts.dismiss")}
          </Button>
        )}
      </div>
    </li>
  );
}

function Probe({ at }: { at: unknown }) {
  const t = useTranslations("alerts");
  const format = useFormatter();
  if (typeof at !== "string") return <p className="text-muted-foreground text-xs">{t("probeNone")}</p>;
  const moment = format.dateTime(new Date(at), {
    ...{ dateStyle: "short", timeStyle: "short" },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return (
    <p className="text-muted-foreground text-xs" suppressHydrationWarning>
      {t("probe", { at: moment })}
    </p>
  );
}

type Place = { href: string; act: "openInbox" | "openStep" | "openOutcomes" | "openTroubles" };

/** Where it is mended. */
function placeOf(
  account: string,
  { kind, inboxId, sequenceId, stepId }: AlertShown,
  mayResume: boolean,
): Place | null {
  if (kind === "outcomes_unknown" || kind === "sends_refused")
    return { href: `/${account}/outcomes`, act: "openOutcomes" };
  if (kind === "runs_stuck" || kind === "deliveries_failed")
    return { href: `/${account}/troubles`, act: "openTroubles" };
  if (kind === "step_blocked" && sequenceId)
    return { href: `/${account}/sequences/${sequenceId}${stepId ? `?part=${stepId}` : ""}`, act: "openStep" };
  if (inboxId && mayResume) return { href: `/${account}/settings/inboxes/${inboxId}`, act: "openInbox" };
  return null;
}
