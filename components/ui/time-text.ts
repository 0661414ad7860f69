const SECOND = 1000;
const UNITS = [
  { unit: "year", ms: 365 * 86_400 * SECOND },
  { unit: "month", ms: 30 * 86_400 * SECOND },
  { unit: "day", ms: 86_400 * SECOND },
  { unit: "hour", ms: 3600 * SECOND },
  { unit: "minute", ms: 60 * SECOND },
] as const;

/** "in 3 hours", "tomorrow", "now" in the reader's language. Days are those of the calendar in the zone, the browser's when absent. */
export function relativeTime(at: Date, now: Date, locale: string, timeZone?: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "long" });
  const distance = at.getTime() - now.getTime();
  const found = UNITS.find(({ ms }) => Math.abs(distance) >= ms);
  if (!found) return format.format(0, "second");
  // In 46 hours is the day after tomorrow, not tomorrow.
  if (found.unit === "day") return format.format(dayOf(at, timeZone) - dayOf(now, timeZone), "day");
  return format.format(Math.trunc(distance / found.ms), found.unit);
}

const calendars = new Map<string | undefined, Intl.DateTimeFormat>();

/** The number of its day. A format is dear to make, and a list asks for many days of one zone. */
function dayOf(at: Date, timeZone: string | undefined): number {
  // The Canadian order is that of ISO dates.
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  calendars.set(timeZone, calendar);
  return Date.parse(calendar.format(at)) / (86_400 * SECOND);
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
