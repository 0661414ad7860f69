import type { DayField } from "./filter-fields";

/** Days of the account's calendar, both included. */
type DaySpan = { from: string; to: string };

/** From so many days ahead of today to so many; negative ones are past. */
const SPANS = {
  enrolled: { today: [0, 0], yesterday: [-1, -1], last7: [-6, 0], last30: [-29, 0], last90: [-89, 0] },
  next: { overdue: [-90, -1], today: [0, 0], tomorrow: [1, 1], next7: [0, 6], next30: [0, 29] },
} as const;
type SpanName = keyof (typeof SPANS)["enrolled"] | keyof (typeof SPANS)["next"];

/** The spans that are offered for a field, as days of the calendar of this zone. */
export function spansOf(field: DayField, now: Date, timeZone: string): { name: SpanName; span: DaySpan }[] {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
  return Object.entries(SPANS[field]).map(([name, [from, to]]) => ({
    name: name as SpanName,
    span: { from: plusDays(today, from), to: plusDays(today, to) },
  }));
}

function plusDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** "7 Nov – 9 Nov", as the language writes days; open to one side where a day is missing. */
export function daysText(locale: string, { from, to }: { from?: string; to?: string }): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  if ([from, to].some((day) => day && Number.isNaN(at(day).getTime()))) return "…";
  if (from && to) return from === to ? format.format(at(from)) : format.formatRange(at(from), at(to));
  if (from) return `≥ ${format.format(at(from))}`;
  return to ? `≤ ${format.format(at(to))}` : "";
}
