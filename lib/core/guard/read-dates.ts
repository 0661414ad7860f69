import { type DateAt, digitDateAt } from "./date-shapes";
import { dayOfMonthAlone, monthDateAt } from "./month-dates";
import { phraseAt, phrasesOf } from "./phrases";
import type { DayPart, Reader, Reading } from "./reading";
import { relativeDateAt } from "./relative-dates";
import { type Tokens, take, tokenAt, wordAt } from "./tokens";
import { fullWeekday, onWeekday, shortWeekday, weekdayAt } from "./weekdays";
import { DAY_PARTS } from "./words/clock";

/** Every date, with the weekday and the part of the day that are said beside it. */
export function readDates(reader: Reader): Reading[] {
  const found: DateAt[] = [];
  // Dates first, so that the weekdays beside them are theirs.
  for (const dateAt of [exactDateAt, weekdayAt]) {
    for (let at = 0; at < reader.tokens.list.length; at++) {
      const date = dateAt(reader, at);
      if (!date) continue;
      const whole = withPart(reader.tokens, dateAt === exactDateAt ? withWeekday(reader.tokens, date) : date);
      found.push(whole);
      take(reader.tokens, whole.first, whole.end);
      at = whole.end - 1;
    }
  }
  return found.map(({ first, end, date }) => ({ ...date, first, end }));
}

function exactDateAt(reader: Reader, at: number): DateAt | null {
  return (
    digitDateAt(reader, at) ??
    monthDateAt(reader, at) ??
    dayOfMonthAlone(reader, at) ??
    relativeDateAt(reader, at)
  );
}

const BETWEEN: ReadonlySet<string> = new Set(
  ", ( - dia el o the on de da day no um uma un una a es is".split(" "),
);
const MOST_BETWEEN = 3;

function withWeekday(tokens: Tokens, { first, end, date }: DateAt): DateAt {
  for (let at = first - 1; at >= 0 && at >= first - 6; at--) {
    const weekday = tokens.isTaken[at] ? null : (fullWeekday(tokens, at) ?? shortWeekday(tokens, at));
    if (weekday && !weekday.isEvery && isBetween(tokens, weekday.end, first))
      return { first: at, end, date: onWeekday(date, weekday.weekday) };
  }
  for (let at = end; at <= end + 2; at++) {
    const weekday = fullWeekday(tokens, at) ?? shortWeekday(tokens, at);
    if (
      weekday &&
      !weekday.isEvery &&
      at > end &&
      isBetween(tokens, end, at) &&
      BESIDE.has(wordAt(tokens, end))
    )
      return { first, end: weekday.end, date: onWeekday(date, weekday.weekday) };
  }
  return { first, end, date };
}

const BESIDE: ReadonlySet<string> = new Set([",", "(", "-"]);

function isBetween(tokens: Tokens, from: number, to: number): boolean {
  if (to < from || to - from > MOST_BETWEEN) return false;
  return tokens.list.slice(from, to).every(({ text, kind }) => kind !== "line" && BETWEEN.has(text));
}

const PARTS = phrasesOf(DAY_PARTS);

/** `amanhã de manhã`, `tomorrow afternoon`: the time of day belongs to the day. */
function withPart(tokens: Tokens, { first, end, date }: DateAt): DateAt {
  const part = phraseAt(PARTS, tokens, end);
  if (!part || tokenAt(tokens, end) === undefined) return { first, end, date };
  const said: DayPart = { from: part.from, to: part.to };
  return { first, end: end + part.words.length, date: { ...date, part: said } };
}
