"use client";

import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import type { ChartSeries } from "@/components/charts/series";
import { useNumbers } from "@/components/reports/use-numbers";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { DayVolume } from "@/lib/overview/schema";

type VolumeProps = { account: string; volume: DayVolume[]; timeZone: string };

/** What went out on each of the last thirty days, and what came of it. */
export function Volume({ account, volume, timeZone }: VolumeProps) {
  const t = useTranslations("overview.volume");
  const { count, compact, day, wholeDay } = useNumbers();
  const sum = (fact: "sent" | "replied" | "failed") => volume.reduce((all, one) => all + one[fact], 0);
  const series: ChartSeries[] = [
    { key: "sent", name: t("sent"), tone: "primary", values: volume.map(({ sent }) => sent) },
    { key: "replied", name: t("replied"), tone: "green", values: volume.map(({ replied }) => replied) },
    { key: "failed", name: t("failed"), tone: "red", values: volume.map(({ failed }) => failed) },
  ];
  const [from, to] = [volume[0]?.day ?? "", volume.at(-1)?.day ?? ""];
  return (
    <Section
      title={t("title")}
      description={t.rich("description", {
        zone: timeZone,
        shown: count(sum("sent")),
        count: sum("sent"),
        link: (words) => (
          <Link href={`/${account}/sends?fact=sent&from=${from}&to=${to}`} className="link rounded-sm">
            {words}
          </Link>
        ),
      })}
      actions={
        <Link href={`/${account}/reports`} className="link rounded-sm">
          {t("open")}
        </Link>
      }
    >
      <LineChart
        title={t("title")}
        isTitleHidden
        summary={t("summary", {
          sent: count(sum("sent")),
          replied: count(sum("replied")),
          failed: count(sum("failed")),
        })}
        head={t("day")}
        columns={volume.map((one) => ({ key: one.day, label: day(one.day), name: wholeDay(one.day) }))}
        series={series}
        tick={compact}
        say={(value) => count(value ?? 0)}
      />
    </Section>
  );
}
