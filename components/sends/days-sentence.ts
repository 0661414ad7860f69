import type { SendFilter } from "@/lib/sends/schema";

/** "1 – 20 Nov 2026", and of which days it speaks where they are those of the enrollment. */
export function daysSentence(
  { from, to, by }: SendFilter,
  t: (key: string, values: Record<string, string>) => string,
  locale: string,
): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  const begun = by === "enrolled" ? "begun" : "sent";
  if (from && to && from !== to) {
    const [first, last] = [from, to].sort() as [string, string];
    return t(`days.${begun}.between`, { days: format.formatRange(at(first), at(last)) });
  }
  if (from && to) return t(`days.${begun}.on`, { day: format.format(at(from)) });
  return from
    ? t(`days.${begun}.since`, { day: format.format(at(from)) })
    : t(`days.${begun}.until`, { day: format.format(at(to ?? "")) });
}
