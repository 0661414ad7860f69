import type { Finding, FindingCode, VettedFact } from "../model-maestro";
import type { Backing } from "./backings";
import { bannedWordsIn } from "./banned-words";
import { contradictionsIn, type Sides } from "./contradictions";
import { placed } from "./folded";
import { isHarmlessToday } from "./harmless-today";
import { type NameWords, nearestName } from "./name-words";
import { CODE_OF, nearestFact } from "./nearest";
import { placeholdersIn } from "./placeholders";
import { type FactPromises, isPromised } from "./promise-support";
import { unknownNames } from "./read-names";
import { promisesIn } from "./read-promises";
import type { Reading } from "./reading";
import { readingsOf } from "./readings";
import { saysOf } from "./says";
import { belongsTogether, isOneDay, isSupported } from "./supports";
import { type Tokens, take, tokensOf } from "./tokens";
import type { Dialect } from "./words/numbers";

export type Known = {
  facts: readonly VettedFact[];
  dialect: Dialect;
  today: number;
  bannedWords: readonly string[];
  backings: readonly Backing[];
  names: NameWords;
  promises: FactPromises;
  sides: Sides;
};

/** What a text says without a fact, and the words that it must not have, each with where it stands. */
export function claimFindings(part: Finding["part"], text: string, known: Known): Finding[] {
  const tokens = tokensOf(text);
  const { folded, list } = tokens;
  const at = (from: number, to: number, code: FindingCode, fact: Finding["fact"] = null): Finding => ({
    code,
    part,
    ...placed(folded, from, to),
    fact,
    data: {},
  });
  const over = (first: number, end: number, code: FindingCode, fact: Finding["fact"] = null) =>
    at(list[first]?.from ?? 0, list[end - 1]?.to ?? 0, code, fact);

  const spans = placeholdersIn(folded);
  takeSpans(tokens, spans);
  const found = spans.map(({ from, to }) => at(from, to, "placeholder"));
  found.push(...bannedWordsIn(folded, known.bannedWords).map(({ from, to }) => at(from, to, "banned_word")));
  // Promises are read in all words, whoever takes them.
  for (const promise of promisesIn(tokens, known.dialect)) {
    if (isPromised(promise, known.promises)) continue;
    const [said] = known.promises.get(promise.family) ?? [];
    const fact = said ? { name: said.fact, says: said.says } : null;
    found.push(over(promise.first, promise.end, "unsupported_promise", fact));
  }
  for (const { first, end, fact } of contradictionsIn(tokens, known.dialect, known.sides))
    found.push(over(first, end, "unsupported_promise", fact));
  const readings = readingsOf({ tokens, dialect: known.dialect, today: known.today, isFact: false });
  for (const reading of unsupported(tokens, readings, known))
    found.push(over(reading.first, reading.end, CODE_OF[reading.kind], nearestFact(reading, known.backings)));
  for (const { first, end } of unknownNames(tokens, known.names, part === "subject")) {
    const name = over(first, end, "unsupported_name");
    const nearest = nearestName(name.words, known.facts);
    found.push({ ...name, fact: nearest && { name: nearest.name, says: saysOf(nearest) } });
  }
  return found;
}

function takeSpans(tokens: Tokens, spans: readonly { from: number; to: number }[]): void {
  let next = 0;
  tokens.list.forEach((token, index) => {
    while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= token.from) next++;
    if (token.to > (spans[next]?.from ?? Number.POSITIVE_INFINITY)) take(tokens, index, index + 1);
  });
}

/** Readings without a fact, times that a fact has on another day, and dates side by side that are not the same. */
function unsupported(tokens: Tokens, readings: readonly Reading[], { backings, today }: Known): Reading[] {
  const isBacked = readings.map((reading) => isSupported(reading, backings, today));
  return readings.filter((reading, index) => {
    if (!isBacked[index]) return !isHarmlessToday(tokens, reading, readings);
    const dates = [index - 1, index + 1].flatMap((at) => {
      const date = readings[at];
      return isBacked[at] && date?.kind === "date" && isBeside(tokens, reading, date) ? [date] : [];
    });
    if (reading.kind === "time")
      return dates.some((date) => !belongsTogether(date, reading.minutes, backings));
    if (reading.kind !== "date") return false;
    return dates.some(
      (date) =>
        date.end + 1 === reading.first && isApposed(tokens, date.end) && !isOneDay(date, reading, backings),
    );
  });
}

/** `amanhã, dia 5` and `amanhã (terça)` name one day. */
const isApposed = (tokens: Tokens, at: number) => [",", "("].includes(tokens.list[at]?.text ?? "");

/** So few words, and no end of a sentence, stand between a date and its time. */
const MOST_BETWEEN = 3;

function isBeside(tokens: Tokens, one: Reading, other: Reading): boolean {
  const [from, to] = one.first < other.first ? [one.end, other.first] : [other.end, one.first];
  const between = tokens.list.slice(from, to);
  return (
    between.length <= MOST_BETWEEN &&
    between.every(({ kind, text }) => kind !== "line" && !/^[.!?;]$/.test(text))
  );
}
