"use client";

import { useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import type { ChartSeries } from "@/components/charts/series";
import { useNumbers } from "@/components/reports/use-numbers";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { TONES } from "@/components/ui/tones";
import type { Ahead } from "@/lib/overview/schema";

type AheadDaysProps = { account: string; ahead: Ahead; timeZone: string };

/** What will go out on each of the next seven days by each inbox, and what finds no room. */
export function AheadDays({ account, ahead, timeZone }: AheadDaysProps) {
  const t = useTranslations("overview.ahead");
  const { count, compact, day, wholeDay } = useNumbers();
  const { days, inboxes, nowhere } = ahead;
  const sentBy = (inboxId: string) =>
    days.map(({ sent }) => sent.find((one) => one.inboxId === inboxId)?.count ?? 0);
  const series = inboxes
    .map(
      ({ id, name }, at): ChartSeries => ({
        ...{ key: id, name, values: sentBy(id) },
        tone: BAR_TONES[at % BAR_TONES.length] ?? "blue",
      }),
    )
    .filter(({ values }) => values.some((value) => value !== 0));
  const total = series.reduce(
    (all, { values }) => all + values.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    0,
  );
  const left = inboxes.filter((inbox) => inbox.left > 0);
  const until = days.at(-1)?.day ?? "";
  return (
    <Section
      title={t("title")}
      description={total === 0 && left.length === 0 ? t("nothing") : t("description", { zone: timeZone })}
      actions={
        <Link
          href={`/${account}/enrollments?status=active&sort=next&nextTo=${until}`}
          className="link rounded-sm"
        >
          {t("open")}
        </Link>
      }
    >
      {total > 0 && (
        <BarChart
          title={t("title")}
          isTitleHidden
          summary={t("summary", { shown: count(total), count: total })}
          head={t("day")}
          columns={days.map((one, at) => ({
            ...{ key: one.day, name: wholeDay(one.day) },
            label: at === 0 ? t("today") : day(one.day),
          }))}
          series={series}
          tick={compact}
          say={(value) => count(value ?? 0)}
        />
      )}
      {(left.length > 0 || nowhere > 0) && (
        <ul className="grid gap-1 text-xs">
          {left.map((inbox) => (
            <li key={inbox.id}>
              {t("left", { name: inbox.name, count: inbox.left, shown: count(inbox.left) })}
            </li>
          ))}
          {nowhere > 0 && <li>{t("nowhere", { count: nowhere, shown: count(nowhere) })}</li>}
        </ul>
      )}
    </Section>
  );
}

/** Red and grey mean something else. */
const BAR_TONES = TONES.filter((tone) => tone !== "red" && tone !== "grey").toReversed();
