import type { DateAt } from "./date-shapes";
import { dayOf, mondayOf, monthsLater, partsOf } from "./days";
import { phraseAt, phrasesOf, says } from "./phrases";
import type { DateReading, Reader } from "./reading";
import { type Tokens, tokenAt, wordAt } from "./tokens";
import { BEFORE_MORNING, LAST, NEXT, RELATIVE_DAYS, THIS } from "./words/calendar";

/** Dates told from today: `amanhã`, `day after tomorrow`, `semana que vem`, `fim do mês`. */
export function relativeDateAt(reader: Reader, at: number): DateAt | null {
  if (tokenAt(reader.tokens, at)?.kind !== "word") return null;
  return relativeDay(reader, at) ?? endOfPeriod(reader, at) ?? period(reader, at);
}

const dateOf = (key: string, covers: (day: number) => boolean, isNow = false): DateReading => ({
  kind: "date",
  covers,
  keys: [key],
  days: [],
  part: null,
  isNow,
});

const DAYS = phrasesOf(RELATIVE_DAYS);

function relativeDay({ tokens, dialect, today }: Reader, at: number): DateAt | null {
  const found = phraseAt(DAYS, tokens, at);
  if (!found) return null;
  const [word = ""] = found.words;
  if (word === "manana" && (dialect !== "es" || BEFORE_MORNING.has(wordAt(tokens, at - 1)))) return null;
  const end = at + found.words.length;
  if (
    word === "manana" &&
    (wordAt(tokens, end) === "o" || wordAt(tokens, end) === "y") &&
    /^(?:tarde|por|noche)$/.test(wordAt(tokens, end + 1))
  )
    return null;
  // `hoje em dia` is these days.
  if (found.days === 0 && says(tokens, end, ["em", "dia"])) return null;
  if (found.days === 0 && says(tokens, end, ["en", "dia"])) return null;
  const day = today + found.days;
  const date = { ...dateOf(`relative ${found.days}`, (one) => one === day, found.days === 0), days: [day] };
  return { first: at, end, date };
}

const PERIODS: ReadonlyMap<string, "week" | "month" | "year" | "weekend"> = new Map([
  ["semana", "week"],
  ["week", "week"],
  ["mes", "month"],
  ["month", "month"],
  ["ano", "year"],
  ["year", "year"],
  ["weekend", "weekend"],
  ["finde", "weekend"],
]);

/** Which one a period or a weekday is by the words beside it; `end` behind those that follow. */
export function whichOne(tokens: Tokens, at: number, end: number) {
  const [before, behind, behindThat] = [wordAt(tokens, at - 1), wordAt(tokens, end), wordAt(tokens, end + 1)];
  if (behind === "que" && (behindThat === "vem" || behindThat === "viene"))
    return { which: "next" as const, first: at, end: end + 2 };
  if (NEXT.has(before)) return { which: "next" as const, first: at - 1, end };
  if (LAST.has(before)) return { which: "last" as const, first: at - 1, end };
  if (NEXT.has(behind)) return { which: "next" as const, first: at, end: end + 1 };
  if (LAST.has(behind)) return { which: "last" as const, first: at, end: end + 1 };
  if (THIS.has(before)) return { which: "this" as const, first: at - 1, end };
  return null;
}

function period({ tokens, today }: Reader, at: number): DateAt | null {
  const isEndOfWeek =
    ["fim", "fin", "final"].includes(wordAt(tokens, at)) && says(tokens, at + 1, ["de", "semana"]);
  const unit = isEndOfWeek ? "weekend" : PERIODS.get(wordAt(tokens, at));
  if (unit === undefined) return null;
  const length = isEndOfWeek ? 3 : 1;
  const said = whichOne(tokens, at, at + length);
  if (unit === "weekend") {
    const covers = (day: number) => partsOf(day).weekday >= 5 && Math.abs(day - today) <= 8;
    return { first: said?.first ?? at, end: said?.end ?? at + length, date: dateOf("weekend", covers) };
  }
  if (!said) return null;
  const step = { this: 0, next: 1, last: -1 }[said.which];
  return {
    first: said.first,
    end: said.end,
    date: dateOf(`${said.which} ${unit}`, inPeriod(unit, step, today), step === 0),
  };
}

/** Weeks begin on Sunday or on Monday; both readings hold. */
function inPeriod(unit: "week" | "month" | "year", step: number, today: number): (day: number) => boolean {
  if (unit === "week") {
    const monday = mondayOf(today) + step * 7;
    return (day) => day >= monday - 1 && day <= monday + 6;
  }
  const { year, month } = partsOf(today);
  if (unit === "year") return (day) => partsOf(day).year === year + step;
  const count = year * 12 + month - 1 + step;
  return (day) => partsOf(day).year * 12 + partsOf(day).month - 1 === count;
}

const ENDS = phrasesOf([
  ...[
    "fim do mes",
    "final do mes",
    "fin de mes",
    "final de mes",
    "fin del mes",
    "end of the month",
    "end of month",
    "month end",
  ].map((words) => ({ words: words.split(" "), from: -5, to: -1 })),
  ...[
    "inicio do mes",
    "comeco do mes",
    "principio de mes",
    "inicio de mes",
    "start of the month",
    "beginning of the month",
  ].map((words) => ({ words: words.split(" "), from: 0, to: 4 })),
]);

/** The last or first five days of a month that holds today or follows. */
function endOfPeriod({ tokens, today }: Reader, at: number): DateAt | null {
  const found = phraseAt(ENDS, tokens, at);
  if (!found) return null;
  const { year, month } = partsOf(today);
  const first = dayOf(year, month, 1) ?? today;
  const bounds = [0, 1].map((step) => monthsLater(first, found.from < 0 ? step + 1 : step) ?? today);
  const covers = (day: number) =>
    bounds.some(
      (bound, step) =>
        day >= bound + found.from && day <= bound + found.to && (step === 0 || found.from === 0),
    );
  return { first: at, end: at + found.words.length, date: dateOf(found.words.join(" "), covers) };
}
