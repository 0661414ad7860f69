"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useLive } from "@/components/shell/use-live";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import type { Standings } from "@/lib/inboxes/standing";
import { ConnectionFact, QualityFact, SentToday } from "./inbox-facts";
import { InboxPause } from "./inbox-pause";
import { InboxQueue } from "./inbox-queue";
import { InboxSwitch } from "./inbox-switch";
import { InboxTrouble } from "./inbox-trouble";

const REFRESH_SECONDS = 5;

type InboxNowProps = { account: string; inboxId: string; initial: Standings; mayTest: boolean };

/** How one inbox stands at this moment: what is wrong and what to do about it first, then its numbers. */
export function InboxNow({ account, inboxId, initial, mayTest }: InboxNowProps) {
  const t = useTranslations("inboxes");
  const words = useTranslations("status");
  const format = useFormatter();
  const { inboxes, timeZone } = useLive(account, `inboxes?id=${inboxId}`, initial, REFRESH_SECONDS);
  const standing = inboxes[0];
  if (!standing) return null;
  const { health, recipients, paused, trouble } = standing;
  const facts: (DataListItem | false)[] = [
    { term: t("sentToday"), value: <SentToday {...standing} /> },
    { term: t("waiting"), value: <InboxQueue standing={standing} timeZone={timeZone} /> },
    health.quality !== undefined && {
      term: t("qualityTerm"),
      value: <QualityFact quality={health.quality} />,
    },
    health.connection !== undefined && {
      term: t("connectionTerm"),
      value: <ConnectionFact connection={health.connection} />,
    },
    health.recipientsPerDay !== undefined && {
      term: t("tier"),
      value:
        health.recipientsPerDay === null
          ? t("tierNone")
          : t("tierOf", { limit: format.number(health.recipientsPerDay) }),
    },
    recipients !== null && {
      term: t("people"),
      value: t("of", { count: format.number(recipients.used), limit: format.number(recipients.limit) }),
    },
    health.perSecond !== undefined && {
      term: t("speed"),
      value: t("perSecond", { count: format.number(health.perSecond) }),
    },
    health.checkedAt !== undefined && {
      term: t("checked"),
      value: <RelativeTime at={health.checkedAt} timeZone={timeZone} />,
    },
    // A pause says itself, above.
    trouble !== null &&
      !(paused && trouble.isOpen && trouble.kind === "inbox_paused") && {
        term: t("lastTrouble"),
        value: <InboxTrouble trouble={trouble} timeZone={timeZone} />,
      },
  ];
  return (
    <Section
      title={standing.name}
      description={words(`provider.${standing.provider}`)}
      actions={
        <>
          <Status status={standing.status} className="mr-2">
            {words(`inbox.${standing.status}`)}
          </Status>
          {!paused && <InboxSwitch account={account} inbox={standing} />}
        </>
      }
      className="gap-5"
    >
      {paused && (
        <InboxPause account={account} inbox={standing} pause={paused} mayTest={mayTest} timeZone={timeZone} />
      )}
      <DataList items={facts.filter((fact) => fact !== false)} />
      <p>
        <Link href={`/${account}/settings/limits`} className="rounded-sm text-primary hover:underline">
          {t("limits")}
        </Link>
      </p>
    </Section>
  );
}
