"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { TableCell, TableRow } from "@/components/ui/table";
import { Hint } from "@/components/ui/tooltip";
import type { InboxStanding } from "@/lib/inboxes/standing";
import { ConnectionFact, QualityFact, SentToday } from "./inbox-facts";
import { InboxQueue } from "./inbox-queue";
import { InboxSwitch } from "./inbox-switch";
import { InboxTrouble } from "./inbox-trouble";
import { providerIcons } from "./provider-icons";

type InboxRowProps = {
  account: string;
  standing: InboxStanding;
  timeZone: string;
  /** Null for whoever may only look. */
  acts: { isFirst: boolean; isLast: boolean; isPending: boolean } | null;
  onMove: (by: 1 | -1) => void;
};

export function InboxRow({ account, standing, timeZone, acts, onMove }: InboxRowProps) {
  const t = useTranslations("settings.inboxes");
  const now = useTranslations("inboxes");
  const words = useTranslations("status");
  const { id, name, provider, channel, status, paused, trouble } = standing;
  const Icon = providerIcons[provider];
  return (
    <TableRow>
      <TableCell className="py-2 align-top">
        <div className="flex items-start gap-2.5">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              {acts ? (
                <Link href={`/${account}/settings/inboxes/${id}`} className="rounded-sm hover:underline">
                  {name}
                </Link>
              ) : (
                name
              )}
              {standing.hasBanRisk && <Badge tone="amber">{t("banRisk")}</Badge>}
            </div>
            <div className="text-muted-foreground text-xs">
              {words(`provider.${provider}`)} · {words(`channel.${channel}`)}
            </div>
            {/* What has no column of its own on a phone. */}
            <div className="text-xs sm:hidden">
              {now("sentToday")}: <SentToday {...standing} />
            </div>
            {standing.waiting.value > 0 && (
              <div className="text-xs md:hidden">
                <InboxQueue standing={standing} timeZone={timeZone} />
              </div>
            )}
          </div>
        </div>
      </TableCell>
      <TableCell className="py-2 align-top">
        <Status status={status}>{words(`inbox.${status}`)}</Status>
        <div className="max-w-72 text-muted-foreground text-xs">
          {paused && (paused.because ?? now("paused.person"))}
          {!paused && trouble?.isOpen && <InboxTrouble trouble={trouble} timeZone={timeZone} />}
        </div>
      </TableCell>
      <TableCell className="py-2 align-top max-lg:hidden">
        <Health standing={standing} />
      </TableCell>
      <TableCell className="py-2 align-top max-sm:hidden">
        <SentToday {...standing} />
      </TableCell>
      <TableCell className="py-2 align-top max-md:hidden">
        <InboxQueue standing={standing} timeZone={timeZone} />
      </TableCell>
      {acts && (
        <TableCell className="align-top">
          <div className="flex items-center justify-end gap-1 max-sm:w-24 max-sm:flex-wrap-reverse">
            <Hint text={t("moveUp")}>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t("moveUpNamed", { name })}
                disabled={acts.isFirst || acts.isPending}
                onClick={() => onMove(-1)}
              >
                <ArrowUp aria-hidden />
              </Button>
            </Hint>
            <Hint text={t("moveDown")}>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t("moveDownNamed", { name })}
                disabled={acts.isLast || acts.isPending}
                onClick={() => onMove(1)}
              >
                <ArrowDown aria-hidden />
              </Button>
            </Hint>
            <InboxSwitch account={account} inbox={standing} size="sm" />
          </div>
        </TableCell>
      )}
    </TableRow>
  );
}

/** What the provider last said of the sender. */
function Health({ standing: { health } }: Pick<InboxRowProps, "standing">) {
  const t = useTranslations("inboxes");
  const format = useFormatter();
  const { quality, connection, recipientsPerDay } = health;
  if (quality === undefined && connection === undefined && recipientsPerDay === undefined) {
    return <span className="text-muted-foreground">{t("healthNone")}</span>;
  }
  return (
    <div className="grid gap-0.5">
      {quality !== undefined && <QualityFact quality={quality} />}
      {connection !== undefined && <ConnectionFact connection={connection} />}
      {recipientsPerDay !== undefined && (
        <span className="text-muted-foreground text-xs">
          {recipientsPerDay === null
            ? t("tierNone")
            : t("tierOf", { limit: format.number(recipientsPerDay) })}
        </span>
      )}
    </div>
  );
}
