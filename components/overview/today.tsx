"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Overview, TodayFact } from "@/lib/overview/schema";

type TodayProps = { account: string; today: Overview["today"] };

/** Today so far, against the same weekday before up to the same hour. */
export function Today({ account, today }: TodayProps) {
  const t = useTranslations("overview.today");
  const format = useFormatter();
  const { day, weekBefore, untilHour, figures, live } = today;
  const weekday = format.dateTime(new Date(`${weekBefore}T12:00:00Z`), { weekday: "long", timeZone: "UTC" });
  const listOf = (fact: TodayFact, of: string) => `/${account}/sends?fact=${fact}&from=${of}&to=${of}`;
  const runs = `/${account}/enrollments`;
  const hour = format.dateTime(new Date(Date.UTC(2026, 0, 1, untilHour)), {
    ...{ hour: "numeric", minute: "2-digit", timeZone: "UTC" },
  });
  return (
    <Section title={t("title")} description={t("description")}>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-border md:grid-cols-4">
        {(["sent", "replied", "converted"] as const).map((fact) => {
          const { now, before, beforeByNow } = figures[fact];
          return (
            <Figure key={fact} name={t(fact)} value={format.number(now)} href={listOf(fact, day)}>
              {t.rich("before", {
                weekday,
                hour,
                byNow: format.number(beforeByNow),
                all: format.number(before),
                link: (words) => (
                  <Link href={listOf(fact, weekBefore)} className="link rounded-sm">
                    {words}
                  </Link>
                ),
              })}
            </Figure>
          );
        })}
        <Figure name={t("waiting")} value={format.number(live.active)} href={`${runs}?status=active`}>
          {t.rich("paused", {
            count: live.paused,
            shown: format.number(live.paused),
            link: (words) => (
              <Link href={`${runs}?status=paused`} className="link rounded-sm">
                {words}
              </Link>
            ),
          })}
        </Figure>
      </dl>
    </Section>
  );
}

type FigureProps = { name: string; value: string; href: string; children: ReactNode };

function Figure({ name, value, href, children }: FigureProps) {
  return (
    <div className="grid content-start gap-0.5 bg-background px-4 py-3">
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="grid gap-0.5">
        <Link
          href={href}
          className="justify-self-start rounded-sm font-semibold text-2xl text-foreground tracking-tight hover:text-primary hover:underline hover:decoration-1 hover:underline-offset-4"
        >
          {value}
        </Link>
        <span className="text-muted-foreground text-xs">{children}</span>
      </dd>
    </div>
  );
}
