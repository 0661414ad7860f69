import { type Folded, fold } from "./folded";

export type Token = {
  kind: "word" | "number" | "sign" | "line";
  /** Folded. A number keeps the marks between its digits: `1.234,56`, `03.03.2026`. */
  text: string;
  /** As it is written, without accents. */
  cased: string;
  /** Positions in the folded text. */
  from: number;
  to: number;
  /** Nothing stands between it and the token before. */
  isGlued: boolean;
};

export type Tokens = { folded: Folded; list: readonly Token[]; isTaken: Uint8Array };

/** The words, numbers and signs of a text, and which of them a reader has taken already. */
export function tokensOf(text: string): Tokens {
  const folded = fold(text);
  const list: Token[] = [];
  const { lower } = folded;
  let at = 0;
  let gap = true;
  while (at < lower.length) {
    const to = endOf(lower, at);
    if (to === at) {
      at++;
      gap = true;
      continue;
    }
    const kind = kindOf(lower.charCodeAt(at), lower.charAt(at));
    list.push({
      kind,
      text: lower.slice(at, to),
      cased: folded.cased.slice(at, to),
      from: at,
      to,
      isGlued: !gap,
    });
    gap = kind === "line";
    at = to;
  }
  return { folded, list, isTaken: new Uint8Array(list.length) };
}

/** A token that no reader has taken, if there is one. */
export function tokenAt(tokens: Tokens, index: number): Token | undefined {
  return tokens.isTaken[index] ? undefined : tokens.list[index];
}

export function take(tokens: Tokens, from: number, to: number): void {
  tokens.isTaken.fill(1, from, to);
}

/** The text of the token, empty where there is none. */
export const wordAt = (tokens: Tokens, index: number): string => tokens.list[index]?.text ?? "";

const isDigit = (code: number) => code >= 48 && code <= 57;
const isSpace = (character: string) => character === " " || character === "\r";
const LETTER = /^\p{L}$/u;
const isLetter = (character: string, code: number) =>
  (code >= 97 && code <= 122) || (code > 127 && (LETTER.test(character) || isHalf(code)));
/** Of a letter beyond the first plane, each half is taken as a letter. */
const isHalf = (code: number) => code >= 0xd835 && code <= 0xd837;

function kindOf(code: number, character: string): Token["kind"] {
  if (character === "\n") return "line";
  if (isDigit(code)) return "number";
  return isLetter(character, code) ? "word" : "sign";
}

/** Where the token that begins here ends; the same position where blank. */
function endOf(text: string, from: number): number {
  const first = text.charCodeAt(from);
  const character = text.charAt(from);
  if (isSpace(character)) return from;
  if (isDigit(first)) return endOfNumber(text, from);
  if (!isLetter(character, first)) return from + 1;
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLetter(text.charAt(at), code)) at++;
    else if (text.charAt(at) === "'" && isLetter(text.charAt(at + 1), text.charCodeAt(at + 1))) at += 2;
    else break;
  }
  return at;
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    if (isDigit(text.charCodeAt(at))) at++;
    else if (".,'".includes(text.charAt(at)) && isDigit(text.charCodeAt(at + 1))) at += 2;
    else break;
  }
  return at;
}
