import { type NameWords, singular } from "./name-words";
import { type Token, type Tokens, tokenAt } from "./tokens";
import { GIVEN_NAMES } from "./words/given-names";
import { COMMON_WORDS, GREETINGS, KNOWN_NAMES, NAME_JOINTS, OPENERS, TITLES } from "./words/known-names";

/** Tokens of names that no fact says. */
type NameAt = { first: number; end: number };

/**
 * Names of people, companies and products that no fact says. A capital within a sentence is one; at the beginning of a
 * sentence a word is one where it is called or is a common given name; behind a greeting stands the contact's own.
 */
export function unknownNames(tokens: Tokens, known: NameWords, isSubject: boolean): NameAt[] {
  const shape = shapeOf(tokens, isSubject);
  const found: NameAt[] = [];
  for (let at = 0; at < tokens.list.length; at++) {
    if (!isUnknown(tokens, at, known, shape)) continue;
    const last = found.at(-1);
    // `Carlos de Souza` is one name.
    if (last && isJoined(tokens, last.end, at)) last.end = at + 1;
    else found.push({ first: at, end: at + 1 });
  }
  return found;
}

function isUnknown(tokens: Tokens, at: number, known: NameWords, shape: Shape): boolean {
  const token = tokenAt(tokens, at);
  if (token?.kind !== "word") return false;
  const word = singular(token.text);
  if (isGreeted(tokens, at)) return isStranger(token, word, known);
  if (known.all.has(word) || known.all.has(token.text)) return false;
  if (!isCapital(token) || KNOWN_NAMES.has(word) || TITLES.has(word)) return false;
  if (GIVEN_NAMES.has(word)) return true;
  if (shape.isStart[at]) return !shape.isSubject && isCalled(tokens, at, word, known);
  if (word.length < 2 || COMMON_WORDS.has(word)) return false;
  return !shape.isShouted(at);
}

/** Behind a greeting nobody but the contact is meant; small letters are a name only if it is a common one. */
function isStranger(token: Token, word: string, known: NameWords): boolean {
  const isName = isCapital(token) || GIVEN_NAMES.has(word);
  if (!isName || OPENERS.has(word) || COMMON_WORDS.has(word) || TITLES.has(word) || KNOWN_NAMES.has(word))
    return false;
  if (known.ofContact.size > 0 && (GIVEN_NAMES.has(word) || known.ofAgent.has(word)))
    return !known.ofContact.has(word);
  return !known.all.has(word) && !known.all.has(token.text);
}

const isCapital = (token: Token) => token.cased.charAt(0) !== token.text.charAt(0);

/** `Oi, Carlos`, `Dear Mr. Brown`, `Bom dia Carlos`. */
function isGreeted(tokens: Tokens, at: number): boolean {
  let index = at - 1;
  for (let steps = 0; steps < 3; steps++, index--) {
    const word = tokens.list[index]?.text ?? "";
    if (word !== "," && word !== "." && !TITLES.has(word)) break;
    if (word === "." && !TITLES.has(tokens.list[index - 1]?.text ?? "")) break;
  }
  const greeting = tokens.list[index];
  if (greeting?.kind !== "word" || !GREETINGS.has(greeting.text)) return false;
  if (!PARTS_OF_DAY.has(greeting.text)) return true;
  return OF_DAY.has(tokens.list[index - 1]?.text ?? "");
}

const PARTS_OF_DAY: ReadonlySet<string> = new Set([
  "dia",
  "tarde",
  "noite",
  "dias",
  "tardes",
  "noches",
  "morning",
  "afternoon",
  "evening",
]);
const OF_DAY: ReadonlySet<string> = new Set(["bom", "boa", "buenos", "buenas", "good"]);

/** A word that opens a sentence and calls somebody: `Netflix, tudo bem?` */
function isCalled(tokens: Tokens, at: number, word: string, known: NameWords): boolean {
  const next = tokens.list[at + 1];
  if (next?.text !== "," || !isFirstOfText(tokens, at)) return false;
  // `Fala, Thiago!`: a greeting, if the contact's own name follows.
  if (known.ofContact.has(tokens.list[at + 2]?.text ?? "") || TITLES.has(tokens.list[at + 2]?.text ?? ""))
    return false;
  return !OPENERS.has(word) && !COMMON_WORDS.has(word) && !/(?:mente|ly|ndo|ing)$/.test(word);
}

const isFirstOfText = (tokens: Tokens, at: number) => at === 0 || tokens.list[at - 1]?.kind === "line";

function isJoined(tokens: Tokens, end: number, at: number): boolean {
  const between = tokens.list.slice(end, at);
  return (
    between.length <= 2 &&
    between.every(({ text, kind }) => kind !== "line" && (NAME_JOINTS.has(text) || text === "-"))
  );
}

type Shape = { isSubject: boolean; isStart: Uint8Array; isShouted: (at: number) => boolean };

const STOPS: ReadonlySet<string> = new Set([...'!?:;*"([-_>|/']);

/** Where sentences begin, and where capitals say nothing because all words have them. */
function shapeOf({ list }: Tokens, isSubject: boolean): Shape {
  const isStart = new Uint8Array(list.length);
  const isIdle = new Uint8Array(list.length);
  let from = 0;
  list.forEach((token, at) => {
    isStart[at] = isOpening(list, at) ? 1 : 0;
    if (token.kind !== "line" && at < list.length - 1) return;
    const line = list.slice(from, at + 1);
    if (isSubject && isTitled(line)) isIdle.fill(1, from, at + 1);
    if (isAllCapitals(line))
      for (let index = from; index <= at; index++) isIdle[index] ||= shouts(list[index]) ? 1 : 0;
    from = at + 1;
  });
  return { isSubject, isStart, isShouted: (at) => isIdle[at] === 1 };
}

/** Behind a stop, and behind what is no letter and no ordinary sign, such as an emoji. */
function isOpening(list: readonly Token[], at: number): boolean {
  const before = list[at - 1];
  if (!before || before.kind === "line") return true;
  if (before.kind !== "sign") return isBullet(list, at - 1);
  if (before.text === ".") return !TITLES.has(list[at - 2]?.text ?? "") && !list[at]?.isGlued;
  if (before.text === "-") return !before.isGlued;
  if (before.text === ")") return list[at - 2]?.kind === "number";
  return STOPS.has(before.text) || before.text > "~";
}

/** `1️⃣ Abra o link` */
const isBullet = (list: readonly Token[], at: number) =>
  list[at]?.kind === "number" && (at === 0 || list[at - 1]?.kind === "line");

/** A line of capitals says nothing by them. */
function isAllCapitals(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind, text }) => kind === "word" && text.length > 1);
  return words.length >= 3 && words.filter(shouts).length * 5 >= words.length * 3;
}

const shouts = (token: Token | undefined) =>
  token !== undefined &&
  token.cased.length > 1 &&
  token.cased === token.cased.toUpperCase() &&
  isCapital(token);

/** English subjects have capitals throughout. */
function isTitled(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind, text }) => kind === "word" && text.length > 3);
  return words.length >= 3 && words.every(isCapital);
}
