import { bareTime } from "./clock";
import { BEHIND_HOURS, clockTime } from "./clock-times";
import type { Reader, Reading } from "./reading";
import { tokenAt, wordAt } from "./tokens";

const TO: ReadonlySet<string> = new Set([
  "a",
  "as",
  "ate",
  "to",
  "-",
  "and",
  "e",
  "y",
  "las",
  "la",
  "hasta",
  "until",
  "till",
]);
const FROM: ReadonlySet<string> = new Set([
  "de",
  "das",
  "from",
  "between",
  "entre",
  "desde",
  "las",
  "as",
  "da",
]);
const MOST_TO = 2;
const MOST_HOUR = 6;

/** The first of two times whose second one has been read: `de 8 a 20 h`, `de ocho y media a dos de la tarde`. */
export function rangeBefore(reader: Reader, end: number): Reading | null {
  const { tokens } = reader;
  let to = end;
  while (to > 0 && end - to < MOST_TO && TO.has(tokenAt(tokens, to - 1)?.text ?? "")) to--;
  if (to === end) return null;
  for (let first = to - 1; first > 0 && first >= to - MOST_HOUR; first--) {
    if (!FROM.has(wordAt(tokens, first - 1))) continue;
    const time = bareTime(reader, first);
    if (time?.end === to) return time;
  }
  return null;
}

/** The second one: `from 9 am to 6`. */
export function rangeBehind(reader: Reader, from: number): Reading | null {
  const { tokens } = reader;
  if (!TO.has(tokenAt(tokens, from)?.text ?? "") || wordAt(tokens, from) === "e") return null;
  const first = TO.has(wordAt(tokens, from + 1)) ? from + 2 : from + 1;
  if (clockTime(reader, first)) return null;
  const time = bareTime(reader, first);
  const behind = time && tokenAt(tokens, time.end);
  return behind?.kind === "word" && !BEHIND_HOURS.has(behind.text) ? null : time;
}
