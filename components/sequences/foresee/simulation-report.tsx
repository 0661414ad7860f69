"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { DataList } from "@/components/ui/data-list";
import { Skeleton } from "@/components/ui/skeleton";
import { MAX_OTHERS, MAX_PEOPLE } from "@/lib/simulation/limits";
import type { SimulationResult } from "@/lib/simulation/schema";
import { DaySendsTable } from "./day-sends-table";
import { dayTable, finishDays } from "./day-table";
import { useMoment } from "./use-moment";

const DaySendsChart = dynamic(() => import("./day-sends-chart").then((module) => module.DaySendsChart), {
  ssr: false,
  loading: () => <Skeleton className="h-48" />,
});

/** What came of a simulation, in numbers that agree with each other. */
export function SimulationReport({ result }: { result: SimulationResult }) {
  const t = useTranslations();
  const format = useFormatter();
  const moment = useMoment();
  const table = dayTable(result);
  const finish = finishDays(result);
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const people = (count: number) => t("simulation.people", { count });

  return (
    <div className="grid gap-5">
      <p role="status" className="font-medium">
        {t("simulation.result", {
          people: result.people,
          seconds: format.number(result.tookMs / 1000, { maximumFractionDigits: 1 }),
        })}
      </p>
      {result.isCut && <Alert tone="amber">{t("simulation.cut", { max: format.number(MAX_PEOPLE) })}</Alert>}
      {result.areOthersCut && (
        <Alert tone="grey">{t("simulation.othersCut", { max: format.number(MAX_OTHERS) })}</Alert>
      )}
      {table.days.length === 0 ? (
        <p className="text-muted-foreground">{t("simulation.nothing")}</p>
      ) : (
        <>
          <DataList
            items={[
              { term: t("simulation.sendsTotal"), value: format.number(table.total) },
              ...(result.firstSendAt
                ? [{ term: t("simulation.firstSend"), value: moment(result.firstSendAt, result.timeZone) }]
                : []),
              ...(result.lastSendAt
                ? [{ term: t("simulation.lastSend"), value: moment(result.lastSendAt, result.timeZone) }]
                : []),
            ]}
          />
          {finish && <p>{t("simulation.finish", { half: day(finish.half), all: day(finish.all) })}</p>}
          <DaySendsChart table={table} />
          <DaySendsTable table={table} />
        </>
      )}
      {result.others > 0 && (
        <p className="text-muted-foreground text-xs">
          {t("simulation.othersNote", { count: result.others })}
        </p>
      )}
      <Counts title={t("simulation.deferred")} text={t("simulation.deferredText")}>
        {result.deferred.map(({ code, people: count }) => [t(`status.reason.${code}`), people(count)])}
      </Counts>
      <Counts title={t("simulation.unsent")}>
        {result.unsent.map(({ code, count }) => [
          t(`status.reason.${code}`),
          t("simulation.steps", { count }),
        ])}
      </Counts>
      <Counts title={t("simulation.ended")}>
        {[
          ...result.ends.map(
            ({ reason, people: count }) => [t(`status.end.${reason}`), people(count)] as const,
          ),
          ...(result.unfinished > 0
            ? [[t("simulation.unfinished"), people(result.unfinished)] as const]
            : []),
        ]}
      </Counts>
      {result.notEnrolled.length > 0 && (
        <section className="grid gap-1.5">
          <h3 className="font-medium">{t("simulation.notEnrolled")}</h3>
          <ul className="grid gap-1">
            {result.notEnrolled.map(({ code, people: count }) => (
              <li key={code}>
                {code === "already_live"
                  ? t("simulation.alreadyLive", { count })
                  : t(`enrollments.refusal.${code}`, { count })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type CountsProps = { title: string; text?: string; children: readonly (readonly [string, ReactNode])[] };

function Counts({ title, text, children }: CountsProps) {
  if (children.length === 0) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="font-medium">{title}</h3>
      {text && <p className="text-muted-foreground text-xs">{text}</p>}
      <dl className="grid gap-1">
        {children.map(([term, value]) => (
          <div key={term} className="flex items-baseline justify-between gap-3">
            <dt className="min-w-0">{term}</dt>
            <dd className="whitespace-nowrap tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
