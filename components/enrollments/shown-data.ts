import { exactTime } from "@/components/ui/time-text";

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/;

/** Every value that a sentence about a decision may name; a sentence must not break where one is missing. */
const NAMES = [
  ...["channel", "detail", "do", "dueAt", "event", "inbox", "length", "maxLength", "reason", "retryAt"],
  ...["status", "text", "to", "until", "variable", "zone", "zoneFrom"],
];

/** The data of a decision for a person to read: instants as times in the account's zone, nothing as a dash. */
export function shownData(
  data: Record<string, unknown>,
  { locale, timeZone }: { locale: string; timeZone: string },
): Record<string, string> {
  const empty = Object.fromEntries(NAMES.map((name) => [name, ""]));
  const shown = Object.entries(data).map(([name, value]) => [name, shownValue(value, locale, timeZone)]);
  return { ...empty, ...Object.fromEntries(shown) };
}

export function shownValue(value: unknown, locale: string, timeZone: string): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "string" && ISO_INSTANT.test(value))
    return exactTime(new Date(value), locale, timeZone);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
