import { numberPhraseAt } from "./number-phrase";
import { phraseAt, phrasesOf } from "./phrases";
import type { Reader, Reading } from "./reading";
import type { Tokens } from "./tokens";
import { wordAt } from "./tokens";
import { HALVES, PAST_THE_HOUR } from "./words/clock";

const HALF_WORDS = phrasesOf(HALVES);

export const timeOf = (first: number, end: number, minutes: number[]): Reading => ({
  kind: "time",
  minutes,
  first,
  end,
});

/** An hour in digits or words with nothing around it that says so: `ocho y media`. */
export function bareTime(reader: Reader, first: number): Reading | null {
  const phrase = numberPhraseAt(reader.tokens, first, reader.dialect);
  if (!phrase || !Number.isInteger(phrase.value) || phrase.value > 24) return null;
  const past = minutesPast(reader, phrase.end);
  const half = halfBehind(reader.tokens, past.end);
  return timeOf(first, half.end, inHalves(phrase.value * 60 + past.minute, half.isAfternoon, true));
}

/** `e meia`, `y cuarto`, `e quinze`: minutes behind the hour. */
export function minutesPast({ tokens, dialect }: Reader, at: number): { minute: number; end: number } {
  const joint = wordAt(tokens, at);
  if (joint !== "e" && joint !== "y") return { minute: 0, end: at };
  const named = PAST_THE_HOUR.get(wordAt(tokens, at + 1));
  if (named !== undefined) return { minute: named, end: at + 2 };
  const phrase = numberPhraseAt(tokens, at + 1, dialect);
  const isMinutes = phrase?.isInWords && phrase.value >= 5 && phrase.value < 60;
  return phrase && isMinutes ? { minute: phrase.value, end: phrase.end } : { minute: 0, end: at };
}

export const hasHalf = (tokens: Tokens, at: number): boolean => halfBehind(tokens, at).end > at;

export function halfBehind(tokens: Tokens, at: number): { isAfternoon: boolean | null; end: number } {
  const half = phraseAt(HALF_WORDS, tokens, at);
  return half
    ? { isAfternoon: half.isAfternoon, end: at + half.words.length }
    : { isAfternoon: null, end: at };
}

/** A loose time may be in either half of the day. */
export function inHalves(minutes: number, isAfternoon: boolean | null, isLoose: boolean): number[] {
  const half = 720;
  if (isAfternoon === true) return [minutes < half ? minutes + half : minutes];
  if (isAfternoon === false) return [minutes >= half && minutes < half + 60 ? minutes - half : minutes];
  if (isLoose && minutes <= half + 59 && minutes >= 0) return [minutes, (minutes + half) % 1_440];
  return [minutes % 1_440];
}
