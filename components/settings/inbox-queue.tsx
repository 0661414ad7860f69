"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { InboxStanding } from "@/lib/inboxes/standing";
import { useCountWords } from "./inbox-facts";

type InboxQueueProps = {
  standing: Pick<InboxStanding, "waiting" | "waitsUntil" | "restsUntil" | "status">;
  timeZone: string;
};

/** "1,204 wait, about until 14:05": who is due and for whom the inbox has no place yet. */
export function InboxQueue({ standing, timeZone }: InboxQueueProps) {
  const t = useTranslations("inboxes.queue");
  const words = useCountWords();
  const moment = useMoment(timeZone);
  const { waiting, waitsUntil, restsUntil, status } = standing;
  if (waiting.value === 0) {
    return (
      <span className={restsUntil ? "text-muted-foreground" : "whitespace-nowrap text-muted-foreground"}>
        {restsUntil ? t("rests", { at: moment(restsUntil) }) : t("none")}
      </span>
    );
  }
  const count = words(waiting);
  const values = { n: waiting.value, count };
  if (status === "paused") return <>{t("paused", values)}</>;
  return <>{waitsUntil ? t("until", { ...values, at: moment(waitsUntil) }) : t("some", values)}</>;
}

/** The time alone while it is today in the account's zone, else with its day. */
export function useMoment(timeZone: string) {
  const format = useFormatter();
  return (iso: string): string => {
    const at = new Date(iso);
    const day = (date: Date) => format.dateTime(date, { timeZone, dateStyle: "short" });
    const isToday = day(at) === day(new Date());
    return format.dateTime(at, {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      ...(!isToday && { day: "numeric", month: "short" }),
    });
  };
}
