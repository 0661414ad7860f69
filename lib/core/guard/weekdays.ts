import type { DateAt } from "./date-shapes";
import { partsOf } from "./days";
import type { DateReading, Reader } from "./reading";
import { whichOne } from "./relative-dates";
import { type Tokens, tokenAt, wordAt } from "./tokens";
import { AFTER_ORDINALS, PORTUGUESE_ORDINAL_WEEKDAYS, SHORT_WEEKDAYS, WEEKDAYS } from "./words/calendar";

/** The days before and after today that a weekday alone may mean, and with `next` or `last` beside it. */
const WINDOW = { this: [-7, 7], any: [-7, 7], next: [1, 13], last: [-13, -1] } as const;

/** A weekday that stands alone: `na terça`, `next Tuesday`, `el martes que viene`. */
export function weekdayAt({ tokens, today }: Reader, at: number): DateAt | null {
  const found = fullWeekday(tokens, at) ?? shortWeekdayInRange(tokens, at);
  if (!found) return null;
  const { weekday, isEvery } = found;
  const said = whichOne(tokens, at, found.end);
  const which = said?.which ?? "any";
  const [from, to] = WINDOW[which];
  const isRepeated = isEvery || [1, 2].some((step) => EVERY.has(wordAt(tokens, at - step)));
  const keys = [`weekday ${weekday}`, ...(isRepeated ? [everyKey(weekday)] : [])];
  const covers = (day: number) =>
    !isRepeated && partsOf(day).weekday === weekday && day - today >= from && day - today <= to;
  return {
    first: said?.first ?? at,
    end: said?.end ?? found.end,
    date: { kind: "date", covers, keys, days: [], part: null, isNow: false },
  };
}

/** What a fact that names every such weekday says of each of them. */
export const everyKey = (weekday: number): string => `every ${weekday}`;

const EVERY: ReadonlySet<string> = new Set([
  "every",
  "toda",
  "todas",
  "todo",
  "todos",
  "cada",
  "los",
  "each",
]);

type Weekday = { weekday: number; end: number; isEvery: boolean };

export function fullWeekday(tokens: Tokens, at: number): Weekday | null {
  const token = tokenAt(tokens, at);
  const weekday = token && WEEKDAYS.get(token.text);
  if (!token || weekday === undefined) return null;
  const end = endOfFair(tokens, at + 1);
  const singular = token.text.replace(/s$/, "");
  if (PORTUGUESE_ORDINAL_WEEKDAYS.has(singular) && end === at + 1 && AFTER_ORDINALS.has(wordAt(tokens, end)))
    return null;
  const isEvery = token.text.endsWith("s") && WEEKDAYS.has(singular);
  return { weekday, end, isEvery };
}

/** `-feira` */
function endOfFair(tokens: Tokens, at: number): number {
  const word = wordAt(tokens, at) === "-" ? wordAt(tokens, at + 1) : "";
  if (word === "feira" || word === "feiras") return at + 2;
  return wordAt(tokens, at) === "feira" ? at + 1 : at;
}

/** `seg.` and `Tue` right before or behind a date. */
export function shortWeekday(tokens: Tokens, at: number): Weekday | null {
  const weekday = SHORT_WEEKDAYS.get(tokenAt(tokens, at)?.text ?? "");
  if (weekday === undefined) return null;
  return { weekday, end: wordAt(tokens, at + 1) === "." ? at + 2 : at + 1, isEvery: false };
}

const RANGE: ReadonlySet<string> = new Set(["a", "-", "to", "ate"]);

/** `seg a sex`, `Mon-Fri`: a short weekday counts where another one is across. */
function shortWeekdayInRange(tokens: Tokens, at: number): Weekday | null {
  const found = shortWeekday(tokens, at);
  if (!found) return null;
  const isFirst = RANGE.has(wordAt(tokens, found.end)) && shortWeekday(tokens, found.end + 1);
  const isSecond = RANGE.has(wordAt(tokens, at - 1)) && SHORT_WEEKDAYS.has(wordAt(tokens, at - 2));
  return isFirst || isSecond ? found : null;
}

/** The same date, and on that weekday. */
export function onWeekday(date: DateReading, weekday: number): DateReading {
  return {
    ...date,
    covers: (day) => date.covers(day) && partsOf(day).weekday === weekday,
    keys: date.keys.map((key) => `${key} on ${weekday}`),
    days: date.days.filter((day) => partsOf(day).weekday === weekday),
  };
}
