"use client";

import { useTranslations } from "next-intl";
import type { Moment } from "./timeline";

/** "day 2, 09:30", "day 2 to 4", "day 0, after 3 h". */
export function StepMoment({ moment }: { moment: Moment }) {
  const t = useTranslations("sequences.step");
  const { fromDay, toDay, at, minutes } = moment;
  const day = fromDay === toDay ? t("day", { day: fromDay }) : t("days", { from: fromDay, to: toDay });
  return <span className="text-muted-foreground text-xs">{words()}</span>;

  function words(): string {
    if (at) return t("dayAt", { day, at });
    return minutes === 0 ? day : t("dayAfter", { day, elapsed: elapsed() });
  }

  function elapsed(): string {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return t("minutes", { count: rest });
    return rest === 0 ? t("hours", { count: hours }) : t("hoursMinutes", { hours, minutes: rest });
  }
}
