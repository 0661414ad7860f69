"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Target, Wait } from "@/lib/core/model";
import type { Moment } from "./timeline";

/** Waits and moments as the timeline says them. The same functions until the language changes. */
export function useTimeWords() {
  const t = useTranslations("sequences.time");
  return useMemo(() => {
    /** "3 days", "2 h". */
    const amount = (unit: Wait["unit"], count: number) => t(`amount.${unit}`, { count });

    const elapsed = (minutes: number): string => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return t("minutes", { count: rest });
      return rest === 0 ? t("hours", { count: hours }) : t("hoursMinutes", { hours, minutes: rest });
    };

    /** "wait 2 business days at 09:30", "3 days before the due date". */
    const wait = ({ amount: count, unit, at, relative }: Wait, target: Target): string => {
      const length = amount(unit, count);
      if (relative) {
        const side = count === 0 ? "on" : relative.side;
        return timed(t(`relative.${side}`, { length, target }), at);
      }
      return timed(count === 0 ? t("atOnce") : t("wait", { length }), at);
    };

    /** "day 2 to 4, about 09:30", "3 days before the due date, 10:00". */
    const moment = ({ anchor, fromDay, toDay, at, minutes }: Moment, target: Target): string => {
      if (anchor === "date") return timed(fromDate(fromDay, toDay, minutes, target), at);
      const day = fromDay === toDay ? t("day", { day: fromDay }) : t("days", { from: fromDay, to: toDay });
      if (at) return t("about", { day, at });
      return minutes === 0 ? day : t("after", { day, elapsed: elapsed(minutes) });
    };

    const fromDate = (fromDay: number, toDay: number, minutes: number, target: Target): string => {
      if (fromDay === 0 && toDay === 0 && minutes === 0) return t("relative.on", { length: "", target });
      if (fromDay < 0 && toDay > 0) return t("relative.around", { length: "", target });
      const side = fromDay < 0 || toDay < 0 || minutes < 0 ? "before" : "after";
      const least = Math.min(Math.abs(fromDay), Math.abs(toDay));
      const most = Math.max(Math.abs(fromDay), Math.abs(toDay));
      const whole = least === most ? amount("days", most) : t("dayRange", { from: least, to: most });
      const rest = minutes === 0 ? null : elapsed(Math.abs(minutes));
      const length = most === 0 ? (rest ?? whole) : [whole, rest].filter(Boolean).join(" ");
      return t(`relative.${side}`, { length, target });
    };

    const timed = (words: string, at: string | null | undefined): string =>
      at ? t("timed", { words, at }) : words;

    return { wait, moment };
  }, [t]);
}
