import { halfBehind, hasHalf, inHalves, minutesPast, timeOf } from "./clock";
import { numberPhraseAt } from "./number-phrase";
import { says } from "./phrases";
import type { Reader, Reading } from "./reading";
import { type Token, type Tokens, tokenAt, wordAt } from "./tokens";
import { BEFORE_LENGTHS, BEFORE_TIMES, HOURS, HOURS_IN_WORDS } from "./words/clock";
import { UNITS } from "./words/units";

type TimeAt = { end: number; hour: number; minute: number; isLoose: boolean };

/** A time by what stands around an hour: `9h30`, `às 9`, `9:30 pm`, `at nine`. */
export function clockTime(reader: Reader, at: number): Reading | null {
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
    phrase.value < 24 &&
    HOURS_IN_WORDS.has(unit) &&
    (isBehindClock || unit === "o'clock" || hasHalf(tokens, phrase.end + 1));
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
  // `a las 18 le toca`
  if (dialect === "es" && wordAt(tokens, at - 2) === "a") return UNITS.has(wordAt(tokens, end));
  if (behind === undefined || behind.kind !== "word") return behind?.text === "%" || behind?.text === "/";
  return !BEHIND_HOURS.has(behind.text);
}

/** `24h por dia`, `48 hs`: a length, unless a word of the clock stands before it. */
function isLength(tokens: Tokens, unit: number): boolean {
  const hours = Number(wordAt(tokens, unit - 1));
  if (hours >= 24) return true;
  if (PER_DAY.some((words) => says(tokens, unit + 1, words))) return true;
  if (CLOCK_BEFORE.has(wordAt(tokens, unit - 2))) return false;
  return hours >= 12 && LENGTH_BEHIND.has(wordAt(tokens, unit + 1)) && !hasHalf(tokens, unit + 1);
}

const PER_DAY = ["por dia", "al dia", "a day"].map((words) => words.split(" "));
const LENGTH_BEHIND: ReadonlySet<string> = new Set(
  "de apos antes after depois despues before uteis habiles".split(" "),
);
const CLOCK_BEFORE: ReadonlySet<string> = new Set(["as", "das", "at", "las", "pelas", "ate", "from", "a"]);

/** Words behind an hour that are not counted by it. */
export const BEHIND_HOURS: ReadonlySet<string> = new Set(
  (
    "e y and a as ate hasta to da de do del no na en em on o in com con with para pra for por hoje amanha hoy manana today tomorrow " +
    "sharp punto ponto or ou que so we if pelo via el este esta this next"
  ).split(" "),
);
