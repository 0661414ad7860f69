"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { Overview } from "@/lib/overview/data";

type NextDaysProps = { account: string; next: Overview["next"]; timeZone: string };

/** A bar a day, with its number: the table is the chart. */
export function NextDays({ account, next, timeZone }: NextDaysProps) {
  const t = useTranslations("overview.next");
  const format = useFormatter();
  const most = Math.max(1, ...next.map(({ count }) => count));
  const total = next.reduce((sum, { count }) => sum + count, 0);
  const dayName = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
  return (
    <Section
      title={t("title")}
      description={total === 0 ? t("nothing") : t("description", { zone: timeZone })}
      actions={
        <Link href={`/${account}/enrollments?status=active`} className="link rounded-sm">
          {t("open")}
        </Link>
      }
    >
      <table className="w-full border-y">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("due")}</th>
          </tr>
        </thead>
        <tbody>
          {next.map(({ date, count }, index) => (
            <tr key={date}>
              <th
                scope="row"
                className="w-32 whitespace-nowrap py-1.5 pr-3 text-left font-normal text-muted-foreground"
              >
                {index === 0 ? t("today") : dayName(date)}
              </th>
              <td className="py-1.5">
                <div className="flex items-center gap-2">
                  <div
                    aria-hidden
                    className="h-4 rounded-sm bg-blue/80 transition-[width]"
                    style={{
                      width: count === 0 ? 2 : `${(count / most) * 85}%`,
                      opacity: count === 0 ? 0.3 : 1,
                    }}
                  />
                  <span className={count === 0 ? "text-muted-foreground" : "font-medium"}>
                    {format.number(count)}
                  </span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
