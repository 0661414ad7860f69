import { timeOf } from "./clock";
import { clockTime } from "./clock-times";
import { pastTime } from "./past-times";
import { phraseAt, phrasesOf } from "./phrases";
import type { Reader, Reading } from "./reading";
import { rangeBefore, rangeBehind } from "./time-ranges";
import { take, tokenAt } from "./tokens";
import { NAMED_TIMES } from "./words/clock";

const NAMED = phrasesOf(NAMED_TIMES);

/** Times of the clock: `9h30`, `às 9`, `9:30 pm`, `meio-dia`, `half past two`, `das 9 às 18`. */
export function readTimes(reader: Reader): Reading[] {
  const { tokens } = reader;
  const found: Reading[] = [];
  for (let at = 0; at < tokens.list.length; at++) {
    if (tokens.isTaken[at]) continue;
    const reading = namedTime(reader, at) ?? pastTime(reader, at) ?? clockTime(reader, at);
    if (!reading) continue;
    const beside = [rangeBefore(reader, reading.first), rangeBehind(reader, reading.end)].filter(
      (one) => one !== null,
    );
    for (const one of beside) take(tokens, one.first, one.end);
    found.push(reading, ...beside);
    take(tokens, reading.first, reading.end);
    at = reading.end - 1;
  }
  return found;
}

/** `noon`, `12 noon`, `12h do meio-dia`. */
function namedTime({ tokens }: Reader, at: number): Reading | null {
  const isTwelve = tokenAt(tokens, at)?.text === "12";
  for (const first of isTwelve ? [at + 1, at + 2] : [at]) {
    const named = phraseAt(NAMED, tokens, first);
    if (named) return timeOf(at, first + named.words.length, [named.minutes]);
  }
  return null;
}
