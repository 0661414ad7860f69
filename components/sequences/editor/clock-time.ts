import type { useFormatter } from "next-intl";

/** A time of today on the reader's own clock, for notes about what has just happened; else with its day. */
export function clockTime(format: ReturnType<typeof useFormatter>, at: string): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const day = (instant: Date) => format.dateTime(instant, { dateStyle: "short", timeZone });
  const time = new Date(at);
  const clock = { hour: "2-digit", minute: "2-digit", timeZone } as const;
  if (day(time) === day(new Date())) return format.dateTime(time, clock);
  return format.dateTime(time, { ...clock, day: "numeric", month: "short" });
}
