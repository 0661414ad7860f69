import { calendarDate } from "./calendar-date";
import { type DateAt, digitDateAt, monthDate } from "./date-shapes";
import { partsOf } from "./days";
import { numberPhraseAt } from "./number-phrase";
import { phraseAt, phrasesOf } from "./phrases";
import type { Reader } from "./reading";
import { type Tokens, tokenAt, wordAt } from "./tokens";
import { fullWeekday } from "./weekdays";
import { MONTHS, MONTHS_THAT_ARE_WORDS, SHORT_MONTHS } from "./words/calendar";
import { HALVES } from "./words/clock";
import { WORDS_BEHIND } from "./words/currencies";
import { ORDINALS } from "./words/numbers";
import { UNITS } from "./words/units";

/** Dates with a month's name: `3 de março de 2026`, `March 3rd`, `3 e 4 de março`, `em março`. */
export function monthDateAt(reader: Reader, at: number): DateAt | null {
  return dayBeforeMonth(reader, at) ?? monthBeforeDay(reader, at) ?? monthAlone(reader, at);
}

const OF: ReadonlySet<string> = new Set(["de", "of", "do", "-", "/"]);
const BEFORE_YEAR: ReadonlySet<string> = new Set(["de", "del", "do", "of", ",", "-", "/"]);
const RANGE: ReadonlySet<string> = new Set([
  "a",
  "e",
  "y",
  "o",
  "ou",
  "al",
  "and",
  "or",
  "to",
  "-",
  "ate",
  "hasta",
]);
const ORDINAL_SIGNS: ReadonlySet<string> = new Set(["st", "nd", "rd", "th", "o", "a", "er"]);

/** A day of a month in digits or words, and the token behind it with its ordinal sign. */
function dayOfMonthAt({ tokens, dialect }: Reader, at: number): { day: number; end: number } | null {
  const token = tokenAt(tokens, at);
  const ordinal = token?.kind === "word" ? ORDINALS[dialect].get(token.text) : undefined;
  if (ordinal !== undefined) return { day: ordinal, end: at + 1 };
  if (token?.kind === "number" && !/^\d{1,2}$/.test(token.text)) return null;
  const phrase =
    token?.kind === "number"
      ? { value: Number(token.text), end: at + 1 }
      : numberPhraseAt(tokens, at, dialect);
  if (!phrase || phrase.value > 99) return null;
  const sign = tokenAt(tokens, phrase.end);
  const hasSign = sign?.isGlued === true && ORDINAL_SIGNS.has(sign.text);
  return { day: phrase.value, end: hasSign ? phrase.end + 1 : phrase.end };
}

function monthAt({ tokens, dialect }: Reader, at: number, isBesideDay: boolean): number | null {
  const token = tokenAt(tokens, at);
  if (token?.kind !== "word") return null;
  const month = MONTHS.get(token.text) ?? (isBesideDay ? SHORT_MONTHS[dialect].get(token.text) : undefined);
  if (month === undefined) return null;
  const isCapital = token.cased !== token.text;
  if (dialect === "en" && MONTHS_THAT_ARE_WORDS.has(token.text) && !isCapital) return null;
  // `3 out of 4`
  if (token.text === "out" && wordAt(tokens, at + 1) === "of") return null;
  return month;
}

function dayBeforeMonth(reader: Reader, at: number): DateAt | null {
  const said = dayOfMonthAt(reader, at);
  if (!said) return null;
  const direct = monthBehind(reader, said.end);
  // The first day of a range has its month behind the second one.
  const second =
    direct || !RANGE.has(wordAt(reader.tokens, said.end)) ? null : dayOfMonthAt(reader, said.end + 1);
  const month = direct ?? (second && monthBehind(reader, second.end));
  if (!month) return null;
  const { year, end } = yearBehind(reader, month.end);
  const date = calendarDate(
    [{ year, month: month.month, day: said.day }],
    `${said.day} ${month.month}`,
    reader,
  );
  return { first: at, end: direct ? end : said.end, date };
}

function monthBehind(reader: Reader, at: number): { month: number; end: number } | null {
  const index = OF.has(wordAt(reader.tokens, at)) ? at + 1 : at;
  const month = monthAt(reader, index, true);
  if (month === null) return null;
  return {
    month,
    end: wordAt(reader.tokens, index + 1) === "." && isYear(reader, index + 2) ? index + 2 : index + 1,
  };
}

function monthBeforeDay(reader: Reader, at: number): DateAt | null {
  const month = monthAt(reader, at, true);
  if (month === null) return null;
  const index = wordAt(reader.tokens, at + 1) === "." ? at + 2 : at + 1;
  if (tokenAt(reader.tokens, index)?.kind !== "number") return null;
  const said = dayOfMonthAt(reader, index);
  if (!said || (said.end === index + 1 && UNITS.has(wordAt(reader.tokens, said.end)))) return null;
  const { year, end } = yearBehind(reader, said.end);
  return {
    first: at,
    end,
    date: calendarDate([{ year, month, day: said.day }], `${month} ${said.day}`, reader),
  };
}

function isYear({ tokens }: Reader, at: number): boolean {
  return /^(19|20|21)\d\d$/.test(tokenAt(tokens, at)?.text ?? "");
}

function yearBehind(reader: Reader, at: number): { year: number | null; end: number } {
  const index = BEFORE_YEAR.has(wordAt(reader.tokens, at)) ? at + 1 : at;
  return isYear(reader, index)
    ? { year: Number(wordAt(reader.tokens, index)), end: index + 1 }
    : { year: null, end: at };
}

const BEFORE_MONTHS: ReadonlySet<string> = new Set(
  "in of until by since from this next last early late mid".split(" "),
);

function monthAlone(reader: Reader, at: number): DateAt | null {
  const month = monthAt(reader, at, false);
  if (month === null) return null;
  const word = wordAt(reader.tokens, at);
  if (MONTHS_THAT_ARE_WORDS.has(word) && !BEFORE_MONTHS.has(wordAt(reader.tokens, at - 1))) return null;
  // Without its cedilla the Portuguese month is a verb and a mark.
  const isMark = word === "marco" && !BEFORE_MARCO.has(wordAt(reader.tokens, at - 1));
  if (isMark) return null;
  const { year, end } = yearBehind(reader, at + 1);
  return { first: at, end, date: monthDate(month, year, reader.today) };
}

const BEFORE_MARCO: ReadonlySet<string> = new Set("em de ate desde mes proximo este a e".split(" "));

/** `dia 10`, `on the 10th`, `el viernes 13`, `6 to 9`: the nearest days of that number, before and after today. */
export function dayOfMonthAlone(reader: Reader, at: number): DateAt | null {
  const { tokens, dialect, today } = reader;
  const before = wordAt(tokens, at);
  const isDay = before === "dia" || before === "day";
  const isEnglish = dialect === "en" && before === "the";
  const isSpanish = dialect === "es" && (before === "el" || before === "al");
  const weekday = fullWeekday(tokens, at);
  const isSecond = RANGE.has(before) && tokens.isTaken[at - 1] === 1;
  if (!isDay && !isEnglish && !isSpanish && !weekday && !isSecond) return null;
  const first = weekday?.end ?? at + 1;
  const number = tokenAt(tokens, first);
  if (number?.kind !== "number" || !/^\d{1,2}$/.test(number.text)) return null;
  if (digitDateAt(reader, first) ?? dayBeforeMonth(reader, first)) return null;
  const sign = tokenAt(tokens, first + 1);
  const hasSign = sign?.isGlued === true && ORDINAL_SIGNS.has(sign.text);
  const end = hasSign ? first + 2 : first + 1;
  if ((isEnglish && !hasSign) || (!isDay && !(weekday ? isNoMeasure(tokens, end) : endsDay(tokens, end))))
    return null;
  const day = Number(number.text);
  const covers = (one: number) => partsOf(one).day === day && Math.abs(one - today) <= 31;
  const date = { covers, keys: [`day ${day}`], days: [], part: null, isNow: false };
  return { first: isDay ? at : first, end, date: { kind: "date", ...date } };
}

/** Behind a weekday a number is a day of the month, unless it is a time, an amount or a count. */
function isNoMeasure(tokens: Tokens, end: number): boolean {
  const behind = tokenAt(tokens, end);
  if (behind?.kind === "sign") return !/[%:/$€£+#-]/.test(behind.text);
  return (
    behind?.kind !== "word" ||
    !(UNITS.has(behind.text) || phraseAt(HALF_WORDS, tokens, end) || WORDS_BEHIND.has(behind.text))
  );
}

const HALF_WORDS = phrasesOf(HALVES);

/** Nothing that is counted and no part of a time or an amount follows. */
function endsDay(tokens: Tokens, end: number): boolean {
  const behind = tokenAt(tokens, end);
  if (!behind || behind.kind === "line") return true;
  if (behind.kind === "word") return AFTER_DAY.has(behind.text) && !phraseAt(HALF_WORDS, tokens, end);
  return behind.kind === "sign" && !/[%:/$€£+#-]/.test(behind.text);
}

const AFTER_DAY: ReadonlySet<string> = new Set(
  "a as at by de del para en e y o and or is was for to if so we you i ya si que con sin por vence works".split(
    " ",
  ),
);
