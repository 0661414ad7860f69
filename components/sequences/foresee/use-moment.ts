"use client";

import { useFormatter } from "next-intl";

/** An instant as people say it, in the zone that the decision used. */
export function useMoment() {
  const format = useFormatter();
  return (at: string, timeZone: string | undefined): string =>
    format.dateTime(new Date(at), {
      ...{ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
      timeZone,
    });
}
