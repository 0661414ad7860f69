import { useFormatter, useLocale } from "next-intl";
import { majorUnits } from "@/lib/core/money";
import { durationText } from "./duration";

/** What stands where there is nothing to say. */
export const NOTHING = "–";

/** Numbers and days as the reader's language writes them. */
export function useNumbers() {
  const format = useFormatter();
  const locale = useLocale();
  const asDay = (day: string) => new Date(`${day}T12:00:00Z`);
  const share = (rate: number | null) =>
    rate === null ? NOTHING : format.number(rate, { style: "percent", maximumFractionDigits: 1 });
  return {
    count: (count: number) => format.number(count),
    compact: (count: number) => format.number(count, { notation: "compact" }),
    share,
    /** A difference of shares, in percentage points without their name: "+1.2". */
    points: (difference: number) =>
      format.number(difference * 100, { maximumFractionDigits: 1, signDisplay: "exceptZero" }),
    /** Without a sign: "1.2". */
    size: (difference: number) => format.number(Math.abs(difference) * 100, { maximumFractionDigits: 1 }),
    money: (minor: number, currency: string) =>
      format.number(majorUnits(minor, currency), { style: "currency", currency }),
    duration: (seconds: number | null) => (seconds === null ? NOTHING : durationText(seconds, locale)),
    day: (day: string) => format.dateTime(asDay(day), { day: "numeric", month: "short", timeZone: "UTC" }),
    wholeDay: (day: string) =>
      format.dateTime(asDay(day), {
        weekday: "short",
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone: "UTC",
      }),
    /** "1 Mar – 30 Mar 2026". */
    range: (from: string, to: string) =>
      format.dateTimeRange(asDay(from), asDay(to), {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone: "UTC",
      }),
    /** "1 Mar 2026", for the ends of a period. */
    date: (day: string) =>
      format.dateTime(asDay(day), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
    /** ISO: 1 is Monday. */
    weekday: (weekday: number, style: "short" | "long" = "short") =>
      format.dateTime(new Date(Date.UTC(2026, 2, 1 + weekday, 12)), { weekday: style, timeZone: "UTC" }),
  };
}
