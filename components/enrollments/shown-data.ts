const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/;

const ISO_DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Every value that a sentence about a decision may name; a sentence must not break where one is missing. */
const NAMES = [
  ...["channel", "detail", "do", "dueAt", "event", "inbox", "length", "maxLength", "reason", "retryAt"],
  ...[
    "status",
    "text",
    "to",
    "until",
    "variable",
    "zone",
    "zoneFrom",
    "fromVersion",
    "toVersion",
    "toStep",
    "fromStep",
  ],
  ...["endsOn", "moment", "target", "operator", "value", "found", "hours", "messagedAt"],
  ...["span", "limit", "used", "fallback", "other", "returnOn", "sequence"],
  ...["template", "language", "differs", "code", "as"],
  ...["fact", "before", "after", "words", "origin", "remark", "assignee", "intent", "isGone"],
];

/**
 * The data of a decision for a person to read: nothing as a dash, instants as times in the zone that the rule used,
 * else in the account's.
 */
export function shownData(
  data: Record<string, unknown>,
  { locale, timeZone }: { locale: string; timeZone: string },
): Record<string, string> {
  const empty = Object.fromEntries(NAMES.map((name) => [name, ""]));
  const zone = isZone(data.zone) ? data.zone : timeZone;
  const shown = Object.entries(data).map(([name, value]) => [name, shownValue(value, locale, zone)]);
  return { ...empty, ...Object.fromEntries(shown) };
}

/** "Mon, 25 Nov 2026, 09:30 GMT-3": exact, with the offset of the zone. */
export function shownTime(at: string, locale: string, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = {
    ...{ weekday: "short", day: "numeric", month: "short", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short", timeZone },
  };
  return new Intl.DateTimeFormat(locale, options).format(new Date(at));
}

export function shownValue(value: unknown, locale: string, timeZone: string): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "string" && ISO_INSTANT.test(value)) return shownTime(value, locale, timeZone);
  if (typeof value === "string" && ISO_DAY.test(value)) return shownDay(value, locale);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The same day in every zone. */
const shownDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day));

/** Asked of the browser itself: the core's check would bring a calendar library along. */
function isZone(value: unknown): value is string {
  try {
    return typeof value === "string" && Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
  } catch {
    return false;
  }
}
