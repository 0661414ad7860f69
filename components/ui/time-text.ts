const SECOND = 1000;
const UNITS = [
  { unit: "year", ms: 365 * 86_400 * SECOND },
  { unit: "month", ms: 30 * 86_400 * SECOND },
  { unit: "day", ms: 86_400 * SECOND },
  { unit: "hour", ms: 3600 * SECOND },
  { unit: "minute", ms: 60 * SECOND },
] as const;

/** "in 3 hours", "2 days ago", "now" in the reader's language. */
export function relativeTime(at: Date, now: Date, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "long" });
  const distance = at.getTime() - now.getTime();
  const found = UNITS.find(({ ms }) => Math.abs(distance) >= ms);
  if (!found) return format.format(0, "second");
  return format.format(Math.trunc(distance / found.ms), found.unit);
}

/** "Mon 25 Nov 2026, 09:30 GMT-3 (America/Sao_Paulo)". */
export function exactTime(at: Date, locale: string, timeZone?: string): string {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const text = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
    timeZone: zone,
  }).format(at);
  return `${text} (${zone})`;
}
