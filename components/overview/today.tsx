"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import type { Overview } from "@/lib/overview/data";

type TodayProps = { account: string; today: Overview["today"] };

export function Today({ account, today }: TodayProps) {
  const t = useTranslations("overview.today");
  const reasons = useTranslations("status.end");
  const format = useFormatter();
  const runs = `/${account}/enrollments`;
  const ended = today.ended.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title={t("title")}>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-border md:grid-cols-4">
        <Figure name={t("sent")} value={format.number(today.sent)} href={runs} />
        <Figure name={t("replies")} value={format.number(today.replies)} href={`${runs}?reason=replied`} />
        <Figure name={t("waiting")} value={format.number(today.waiting)} href={`${runs}?status=active`} />
        <Figure name={t("ended")} value={format.number(ended)} href={`${runs}?status=ended`} />
      </dl>
      {today.ended.length > 0 && (
        <ul aria-label={t("endedBy")} className="flex flex-wrap gap-x-5 gap-y-1.5">
          {today.ended.map(({ reason, count }) => (
            <li key={reason}>
              <Link href={`${runs}?reason=${reason}`} className="rounded-sm hover:underline">
                <Status status={reason}>
                  {reasons(reason)} <span className="text-muted-foreground">{format.number(count)}</span>
                </Status>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Figure({ name, value, href }: { name: string; value: string; href: string }) {
  return (
    <div className="flex flex-col-reverse gap-0.5 bg-background px-4 py-3">
      <dd>
        <Link
          href={href}
          className="rounded-sm font-semibold text-2xl text-foreground tracking-tight hover:text-primary hover:underline hover:decoration-1 hover:underline-offset-4"
        >
          {value}
        </Link>
      </dd>
      <dt className="text-muted-foreground">{name}</dt>
    </div>
  );
}
