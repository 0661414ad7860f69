import { numberPhraseAt } from "./number-phrase";
import { phraseAt, phrasesOf, says } from "./phrases";
import type { Reader, Reading } from "./reading";
import { type Token, type Tokens, take, tokenAt, wordAt } from "./tokens";
import {
  BEFORE_LENGTHS,
  BEFORE_TIMES,
  HALVES,
  HOURS,
  HOURS_IN_WORDS,
  NAMED_TIMES,
  PAST_THE_HOUR,
} from "./words/clock";

const NAMED = phrasesOf(NAMED_TIMES);
const HALF_WORDS = phrasesOf(HALVES);

type TimeAt = { end: number; hour: number; minute: number; isLoose: boolean };

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

const timeOf = (first: number, end: number, minutes: number[]): Reading => ({
  kind: "time",
  minutes,
  first,
  end,
});

/** `noon`, `12 noon`, `12h do meio-dia`. */
function namedTime({ tokens }: Reader, at: number): Reading | null {
  const isTwelve = tokenAt(tokens, at)?.text === "12";
  for (const first of isTwelve ? [at + 1, at + 2] : [at]) {
    const named = phraseAt(NAMED, tokens, first);
    if (named) return timeOf(at, first + named.words.length, [named.minutes]);
  }
  return null;
}

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
function rangeBefore(reader: Reader, end: number): Reading | null {
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
function rangeBehind(reader: Reader, from: number): Reading | null {
  const { tokens } = reader;
  if (!TO.has(tokenAt(tokens, from)?.text ?? "") || wordAt(tokens, from) === "e") return null;
  const first = TO.has(wordAt(tokens, from + 1)) ? from + 2 : from + 1;
  if (clockTime(reader, first)) return null;
  const time = bareTime(reader, first);
  const behind = time && tokenAt(tokens, time.end);
  return behind?.kind === "word" && !BEHIND_HOURS.has(behind.text) ? null : time;
}

function bareTime(reader: Reader, first: number): Reading | null {
  const phrase = numberPhraseAt(reader.tokens, first, reader.dialect);
  if (!phrase || !Number.isInteger(phrase.value) || phrase.value > 24) return null;
  const past = minutesPast(reader, phrase.end);
  const half = halfBehind(reader.tokens, past.end);
  return timeOf(first, half.end, inHalves(phrase.value * 60 + past.minute, half.isAfternoon, true));
}

/** `half past two`, `quarter to ten`. */
function pastTime(reader: Reader, at: number): Reading | null {
  const { tokens } = reader;
  const part = { half: 30, quarter: 15 }[wordAt(tokens, at)];
  const side = { past: 1, to: -1 }[wordAt(tokens, at + 1)];
  const hour = part && side ? numberPhraseAt(tokens, at + 2, reader.dialect) : null;
  if (!part || !side || !hour) return null;
  const half = halfBehind(tokens, hour.end);
  return timeOf(at, half.end, inHalves(hour.value * 60 + part * side, half.isAfternoon, true));
}

function clockTime(reader: Reader, at: number): Reading | null {
  const time = hourAt(reader, at);
  if (!time) return null;
  const half = halfBehind(reader.tokens, time.end);
  const isReal = time.hour <= 24 && time.minute < 60;
  const minutes = inHalves(time.hour * 60 + time.minute, half.isAfternoon, time.isLoose);
  return timeOf(at, half.end, isReal ? minutes : []);
}

/** The hour that begins at a token, if anything around it says that it is one. */
function hourAt(reader: Reader, at: number): TimeAt | null {
  const { tokens, dialect } = reader;
  const token = tokenAt(tokens, at);
  if (!token) return null;
  const exact = token.kind === "number" ? withMinutes(reader, at, token) : null;
  if (exact) return exact;
  const phrase = numberPhraseAt(tokens, at, dialect);
  if (!phrase || !Number.isInteger(phrase.value) || phrase.value > 99) return null;
  if (token.kind === "number" && !/^\d{1,2}$/.test(token.text)) return null;
  const unit = tokenAt(tokens, phrase.end)?.text ?? "";
  const isBehindClock = isClockWord(reader, at - 1);
  const hasHours =
    HOURS_IN_WORDS.has(unit) && (isBehindClock || unit === "o'clock" || hasHalf(tokens, phrase.end + 1));
  const hasShort =
    HOURS.has(unit) && !BEFORE_LENGTHS.has(wordAt(tokens, at - 1)) && !isLength(tokens, phrase.end);
  const isShort = hasShort && (token.kind === "number" || isBehindClock);
  const isSaid =
    token.kind === "word" && phrase.value <= 12 && QUARTERS.has(minutesPast(reader, phrase.end).minute);
  if (isSaid && !isBehindClock && !isCounted(reader, at, minutesPast(reader, phrase.end).end)) {
    const past = minutesPast(reader, phrase.end);
    return { hour: phrase.value, minute: past.minute, end: past.end, isLoose: true };
  }
  if (hasHours || isShort) {
    const past = minutesPast(reader, phrase.end + 1);
    return { hour: phrase.value, minute: past.minute, end: past.end, isLoose: hasHours || dialect !== "pt" };
  }
  if (isBehindClock ? !isCounted(reader, at, phrase.end) : hasHalf(tokens, phrase.end)) {
    const past = minutesPast(reader, phrase.end);
    return { hour: phrase.value, minute: past.minute, end: past.end, isLoose: true };
  }
  return null;
}

/** `oito e meia`, `sete e quinze`: times without any word before them. */
const QUARTERS: ReadonlySet<number> = new Set([15, 30]);

/** `9:30`, `9h30`, `21.30h`. */
function withMinutes({ tokens, dialect }: Reader, at: number, token: Token): TimeAt | null {
  const dotted = /^(\d{1,2})[.](\d{2})$/.exec(token.text);
  if (dotted && (HOURS.has(wordAt(tokens, at + 1)) || hasHalf(tokens, at + 1))) {
    const end = HOURS.has(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
    return { hour: Number(dotted[1]), minute: Number(dotted[2]), end, isLoose: dialect !== "pt" };
  }
  if (!/^\d{1,2}$/.test(token.text)) return null;
  const [mark, minutes] = [tokenAt(tokens, at + 1), tokenAt(tokens, at + 2)];
  if (!mark?.isGlued || !minutes?.isGlued || !/^\d{2}$/.test(minutes.text)) return null;
  if (mark.text !== ":" && mark.text !== "h") return null;
  const behind = tokenAt(tokens, at + 3);
  const hasUnit = behind && (HOURS.has(behind.text) || behind.text === "min" || behind.text === "m");
  const hasSeconds = behind?.text === ":" && behind.isGlued && tokenAt(tokens, at + 4)?.kind === "number";
  const end = hasSeconds ? at + 5 : hasUnit ? at + 4 : at + 3;
  return {
    hour: Number(token.text),
    minute: Number(minutes.text),
    end,
    isLoose: dialect !== "pt" && Number(token.text) <= 12 && !token.text.startsWith("0"),
  };
}

/** Words before an hour. The Portuguese article `as` is none: `às` is, and `as` where nothing is counted. */
function isClockWord({ tokens, dialect }: Reader, at: number): boolean {
  const token = tokens.list[at];
  if (!token) return false;
  if (dialect === "pt") {
    const isRange = (word: string) => word === "as" || word === "ate";
    if (token.text === "das") return isRange(wordAt(tokens, at + 2)) || HOURS.has(wordAt(tokens, at + 2));
    return ["as", "pelas"].includes(token.text);
  }
  if (dialect === "es") return BEFORE_TIMES.has(token.text) && token.text !== "at";
  return token.text === "at";
}

/** `às 3 parcelas` is no time: a noun behind the number is counted. */
function isCounted(reader: Reader, at: number, end: number): boolean {
  const { tokens, dialect } = reader;
  const before = tokens.list[at - 1];
  const behind = tokenAt(tokens, end);
  const isGrave =
    dialect === "pt" &&
    before !== undefined &&
    reader.tokens.folded.text.charAt(reader.tokens.folded.at[before.from] ?? 0).normalize("NFC") === "à";
  if (isGrave || hasHalf(tokens, end)) return false;
  if (behind === undefined || behind.kind !== "word") return behind?.text === "%" || behind?.text === "/";
  return !BEHIND_HOURS.has(behind.text);
}

const BEHIND_HOURS: ReadonlySet<string> = new Set(
  (
    "e y and a as ate hasta to da de do del no na en em on o in com con with para pra for por hoje amanha hoy manana today tomorrow " +
    "sharp punto ponto or ou que so we if pelo via el este esta this next"
  ).split(" "),
);

/** `24h por dia`, `48 hs`: a length, unless a word of the clock stands before it. */
function isLength(tokens: Tokens, unit: number): boolean {
  const hours = Number(wordAt(tokens, unit - 1));
  if (hours > 24) return true;
  if (PER_DAY.some((words) => says(tokens, unit + 1, words))) return true;
  if (CLOCK_BEFORE.has(wordAt(tokens, unit - 2))) return false;
  return (
    hours === 24 || (hours >= 12 && LENGTH_BEHIND.has(wordAt(tokens, unit + 1)) && !hasHalf(tokens, unit + 1))
  );
}

const PER_DAY = ["por dia", "al dia", "a day"].map((words) => words.split(" "));
const LENGTH_BEHIND: ReadonlySet<string> = new Set(
  "de apos antes after depois despues before uteis habiles".split(" "),
);
const CLOCK_BEFORE: ReadonlySet<string> = new Set(["as", "das", "at", "las", "pelas", "ate", "from", "a"]);

/** `e meia`, `y cuarto`, `e quinze`: minutes behind the hour. */
function minutesPast({ tokens, dialect }: Reader, at: number): { minute: number; end: number } {
  const joint = wordAt(tokens, at);
  if (joint !== "e" && joint !== "y") return { minute: 0, end: at };
  const named = PAST_THE_HOUR.get(wordAt(tokens, at + 1));
  if (named !== undefined) return { minute: named, end: at + 2 };
  const phrase = numberPhraseAt(tokens, at + 1, dialect);
  const isMinutes = phrase?.isInWords && phrase.value >= 5 && phrase.value < 60;
  return phrase && isMinutes ? { minute: phrase.value, end: phrase.end } : { minute: 0, end: at };
}

const hasHalf = (tokens: Tokens, at: number): boolean => halfBehind(tokens, at).end > at;

function halfBehind(tokens: Tokens, at: number): { isAfternoon: boolean | null; end: number } {
  const half = phraseAt(HALF_WORDS, tokens, at);
  return half
    ? { isAfternoon: half.isAfternoon, end: at + half.words.length }
    : { isAfternoon: null, end: at };
}

/** A loose time may be in either half of the day. */
function inHalves(minutes: number, isAfternoon: boolean | null, isLoose: boolean): number[] {
  const half = 720;
  if (isAfternoon === true) return [minutes < half ? minutes + half : minutes];
  if (isAfternoon === false) return [minutes >= half && minutes < half + 60 ? minutes - half : minutes];
  if (isLoose && minutes <= half + 59 && minutes >= 0) return [minutes, (minutes + half) % 1_440];
  return [minutes % 1_440];
}
