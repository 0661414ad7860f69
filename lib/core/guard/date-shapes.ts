import { type CalendarDay, calendarDate, fullYear } from "./calendar-date";
import { partsOf } from "./days";
import type { DateReading, Reader } from "./reading";
import { type Tokens, tokenAt } from "./tokens";

export type DateAt = { first: number; end: number; date: DateReading };

/** Dates in digits: `2026-03-03`, `03/03/2026`, `3/3`, `03.03.2026`, `3-3-2026`, `03/2026`. */
export function digitDateAt(reader: Reader, at: number): DateAt | null {
  const { tokens } = reader;
  const first = tokenAt(tokens, at);
  if (first?.kind !== "number") return null;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(first.text);
  if (dotted) return inOrder(reader, at, at + 1, [dotted[1] ?? "", dotted[2] ?? "", dotted[3] ?? ""]);
  const mark = tokens.list[at + 1]?.text ?? "";
  if (mark !== "/" && mark !== "-") return null;
  const parts = partsFrom(tokens, at, mark);
  if (/^\d{4}$/.test(first.text)) return parts.length === 3 ? isoDate(reader, at, parts) : null;
  if (!/^\d{1,2}$/.test(first.text)) return null;
  if (parts.length === 3 && /^(\d{2}|\d{4})$/.test(parts[2] ?? "")) return inOrder(reader, at, at + 5, parts);
  if (mark === "-" || parts.length !== 2) return null;
  if (/^\d{4}$/.test(parts[1] ?? "")) return monthOfYear(reader, at, parts);
  return /^\d{1,2}$/.test(parts[1] ?? "") ? inOrder(reader, at, at + 3, parts) : null;
}

/** The numbers that glued marks of one kind join; more than three are no date. */
function partsFrom(tokens: Tokens, at: number, mark: string): string[] {
  const parts = [tokens.list[at]?.text ?? ""];
  for (let index = at + 1; parts.length < 4; index += 2) {
    const [sign, number] = [tokenAt(tokens, index), tokenAt(tokens, index + 1)];
    if (sign?.text !== mark || !sign.isGlued || number?.kind !== "number" || !number.isGlued) break;
    parts.push(number.text);
  }
  return parts;
}

function isoDate(reader: Reader, at: number, [year = "", month = "", day = ""]: string[]): DateAt | null {
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const option = { year: Number(year), month: Number(month), day: Number(day) };
  return { first: at, end: at + 5, date: calendarDate([option], `${year}-${month}-${day}`, reader) };
}

/** Day first; in English, where both orders are in use, either. */
function inOrder(
  reader: Reader,
  first: number,
  end: number,
  [one = "", two = "", last = ""]: string[],
): DateAt {
  const year = last === "" ? null : fullYear(last);
  const dayFirst: CalendarDay = { year, month: Number(two), day: Number(one) };
  const monthFirst: CalendarDay = { year, month: Number(one), day: Number(two) };
  const options = reader.dialect === "en" ? [monthFirst, dayFirst] : [dayFirst];
  const date = calendarDate(options, [one, two, last].join("/"), reader);
  // `parcela 2/3`
  const part = last === "" ? [partKey(one, two)] : [];
  return { first, end, date: { ...date, keys: [...date.keys, ...part] } };
}

/** What `2/3`, `2 de 3` and `2 of 3` have in common. */
export const partKey = (part: string, whole: string): string => `part ${Number(part)} of ${Number(whole)}`;

/** `12/2026` is a month. */
function monthOfYear({ today }: Reader, at: number, [month = "", year = ""]: string[]): DateAt {
  return { first: at, end: at + 3, date: monthDate(Number(month), Number(year), today) };
}

/** Any day of the month; without a year, of one within a year from today. */
export function monthDate(month: number, year: number | null, today: number): DateReading {
  return {
    kind: "date",
    covers: (day) => {
      const is = partsOf(day);
      return is.month === month && (year === null ? Math.abs(day - today) <= 366 : is.year === year);
    },
    keys: year === null ? [`month ${month}`] : [`month ${month}`, `month ${month} ${year}`],
    days: [],
    part: null,
    isNow: false,
  };
}
