import { DAY_MS } from "./zone";

/** A day that is named further ahead is about something else. */
const LONGEST_PUT_OFF_DAYS = 370;

export type NamedDay = {
  /** ISO. */ day: string /** Where its words stand in the clause. */;
  from: number;
  to: number;
};

/**
 * The day that a folded clause (no accents, no capitals) names for later, in English, Portuguese or Spanish; null where
 * it names none, or one that is not ahead. `today` is the reader's day (ISO). A week begins on its Monday, a month and a
 * year on their first day; "this afternoon" is no other day.
 */
export function namedDay(clause: string, today: string): NamedDay | null {
  for (const { words, days } of SPOKEN) {
    const match = words.exec(clause);
    if (!match) continue;
    const day = days(Date.parse(today), match);
    if (day !== null)
      return ahead({ day: isoOf(day), from: match.index, to: match.index + match[0].length }, today);
  }
  return null;
}

function ahead(named: NamedDay, today: string): NamedDay | null {
  const latest = isoOf(Date.parse(today) + LONGEST_PUT_OFF_DAYS * DAY_MS);
  return named.day > today && named.day <= latest ? named : null;
}

const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const NUMBERS: Record<string, number> = {
  ...{ a: 1, an: 1, one: 1, um: 1, uma: 1, un: 1, una: 1, two: 2, dois: 2, duas: 2, dos: 2, couple: 2 },
  ...{ three: 3, tres: 3, four: 4, quatro: 4, cuatro: 4, five: 5, cinco: 5, six: 6, seis: 6 },
  ...{ ten: 10, dez: 10, diez: 10, quinze: 15, quince: 15 },
};
const NUMBER = `(\\d{1,3}|${Object.keys(NUMBERS).join("|")})`;
const numberOf = (word: string | undefined): number => NUMBERS[word ?? ""] ?? Number(word);

const WEEKDAYS: RegExp[] = [
  /sunday|domingo/,
  /monday|segunda(?: feira)?|lunes/,
  /tuesday|terca(?: feira)?|martes/,
  /wednesday|quarta(?: feira)?|miercoles/,
  /thursday|quinta(?: feira)?|jueves/,
  /friday|sexta(?: feira)?|viernes/,
  /saturday|sabado/,
];
const WEEKDAY = WEEKDAYS.map((day) => `(?:${day.source})`).join("|");

const MONTHS: RegExp[] = [
  /january|janeiro|enero/,
  /february|fevereiro|febrero/,
  /march|marco|marzo/,
  /april|abril/,
  /may|maio|mayo/,
  /june|junho|junio/,
  /july|julho|julio/,
  /august|agosto/,
  /september|setembro|se[p]?tiembre/,
  /october|outubro|octubre/,
  /november|novembro|noviembre/,
  /december|dezembro|diciembre/,
];
const MONTH = MONTHS.map((month) => `(?:${month.source})`).join("|");
const placeOf = (list: RegExp[], word = ""): number =>
  list.findIndex((one) => new RegExp(`^(?:${one.source})$`).test(word));

const ENGLISH = /\b(?:on|until|after|before|call|text|write|message|contact|talk|the)\b/;

type Spoken = { words: RegExp; days: (today: number, match: RegExpExecArray) => number | null };
const plus = (days: number) => (today: number) => today + days * DAY_MS;

const SPOKEN: Spoken[] = [
  { words: /\b(?:the )?day after tomorrow\b|\bdepois de amanha\b|\bpasado manana\b/, days: plus(2) },
  {
    // "por la mañana" is a time of the day.
    words: /\btomorrow\b|\bamanha\b|(?<!\b(?:la|de|esta|cada) )\bmanana\b/,
    days: plus(1),
  },
  {
    words:
      /\bnext week\b|\b(?:a |na )?(?:semana que vem|proxima semana|outra semana)\b|\b(?:la )?(?:semana que viene|proxima semana|otra semana|semana proxima)\b/,
    days: (today) => nextWeekday(today, 1),
  },
  {
    words: /\bnext month\b|\bmes que vem\b|\bproximo mes\b|\bmes que viene\b|\bmes proximo\b/,
    days: (today) => firstOf(today, 1),
  },
  {
    words: /\bnext year\b|\bano que vem\b|\bproximo ano\b|\bano que viene\b/,
    days: (today) => Date.UTC(new Date(today).getUTCFullYear() + 1, 0, 1),
  },
  {
    words: new RegExp(
      `\\b(?:in|daqui(?: a)?|em|en|dentro de|within)(?: a couple of)? ?${NUMBER}? (?:more |mais )?(days?|dias?|weeks?|semanas?|months?|mes(?:es)?)\\b`,
    ),
    days: (today, match) => inSoMany(today, match),
  },
  {
    words: new RegExp(
      `\\b(?:on |next |na |no |proxim[oa] |el |este |this |until |ate |hasta )*(${WEEKDAY})(?: que vem| que viene)?\\b`,
    ),
    days: (today, match) => nextWeekday(today, placeOf(WEEKDAYS, match[1])),
  },
  {
    words: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th|o)? (?:de |of )?(${MONTH})\\b(?: (?:de |of )?(20\\d\\d)\\b)?`,
    ),
    days: (today, [, day, month, year]) => onDate(today, { day, month: placeOf(MONTHS, month), year }),
  },
  {
    words: new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?: (20\\d\\d)\\b)?`),
    days: (today, [, month, day, year]) => onDate(today, { day, month: placeOf(MONTHS, month), year }),
  },
  {
    // English writes the month first.
    words: /\b(\d{1,2})\/(\d{1,2})(?:\/((?:20)?\d\d))?\b/,
    days: (today, { input, 1: first, 2: second, 3: year }) => {
      const [day, month] = ENGLISH.test(input) ? [second, first] : [first, second];
      return onDate(today, { day, month: Number(month) - 1, year: year?.padStart(4, "20") });
    },
  },
  {
    words: new RegExp(
      `\\b(?:in|em|en|until|a partir de) (?:early |comeco de |inicio de |principios de )?(${MONTH})\\b(?! \\d)`,
    ),
    days: (today, match) => nextMonth(today, placeOf(MONTHS, match[1])),
  },
  {
    words: /\b(?:dia|el dia|the|el) (\d{1,2})(?:st|nd|rd|th)?\b(?! (?:de|of|h|am|pm|hora)|\/|:)/,
    days: (today, match) => dayOfMonth(today, Number(match[1])),
  },
];

/** Strictly after today. */
function nextWeekday(today: number, weekday: number): number | null {
  if (weekday < 0) return null;
  const days = (weekday - new Date(today).getUTCDay() + 7) % 7 || 7;
  return today + days * DAY_MS;
}

function firstOf(today: number, months: number): number {
  const date = new Date(today);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

function nextMonth(today: number, month: number): number | null {
  if (month < 0) return null;
  const date = new Date(today);
  const isAhead = month > date.getUTCMonth();
  return Date.UTC(date.getUTCFullYear() + (isAhead ? 0 : 1), month, 1);
}

function inSoMany(today: number, match: RegExpExecArray): number | null {
  const count = match[1] === undefined ? (match[0].includes("couple") ? 2 : Number.NaN) : numberOf(match[1]);
  if (!Number.isFinite(count) || count < 1) return null;
  const unit = match[2] ?? "";
  if (unit.startsWith("d")) return today + count * DAY_MS;
  if (unit.startsWith("w") || unit.startsWith("s")) return today + count * 7 * DAY_MS;
  const date = new Date(today);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, Math.min(date.getUTCDate(), last));
}

/** The next one where no year is said. */
function onDate(
  today: number,
  { day, month, year }: { day: string | undefined; month: number; year: string | undefined },
): number | null {
  const years = year ? [Number(year)] : [0, 1].map((later) => new Date(today).getUTCFullYear() + later);
  const found = years.map((one) => new Date(Date.UTC(one, month, Number(day))));
  return (
    found.find((date) => date.getUTCMonth() === month && (year || date.getTime() > today))?.getTime() ?? null
  );
}

/** The next day of that number. */
function dayOfMonth(today: number, day: number): number | null {
  if (day < 1 || day > 31) return null;
  const date = new Date(today);
  for (
    let month = date.getUTCMonth() + (day > date.getUTCDate() ? 0 : 1), tries = 0;
    tries < 3;
    month++, tries++
  ) {
    const found = new Date(Date.UTC(date.getUTCFullYear(), month, day));
    if (found.getUTCDate() === day) return found.getTime();
  }
  return null;
}
