import type { Reader, Reading } from "./reading";
import { type Token, type Tokens, take, tokenAt, wordAt } from "./tokens";
import { BEFORE_A_POINT, SPELLED_ATS, SPELLED_DOTS, SPELLED_ENDINGS } from "./words/domains";

/** Addresses that are spelled out: `pag ponto com`, `pag[.]com`, `ana (at) loja (dot) com`. */
export function readSpelled({ tokens }: Reader): Reading[] {
  const found: Reading[] = [];
  for (let at = 1; at < tokens.list.length; at++) {
    const host = hostAt(tokens, at);
    if (!host) continue;
    const mail = userBefore(tokens, host.first);
    const reading: Reading = mail
      ? { kind: "email", value: `${mail.user}@${host.value}`, first: mail.first, end: host.end }
      : { kind: "link", value: host.value, first: host.first, end: host.end };
    found.push(reading);
    take(tokens, reading.first, reading.end);
    at = host.end - 1;
  }
  return found;
}

type Host = { first: number; end: number; value: string };

/** The dot at a token, and the names around it. */
function hostAt(tokens: Tokens, at: number): Host | null {
  const dot = dotAt(tokens, at);
  const name = dot && tokenAt(tokens, dot.first - 1);
  if (!dot || !isName(name)) return null;
  let { end } = dot;
  let value = name.text;
  const ending = tokenAt(tokens, end);
  if (!ending || !SPELLED_ENDINGS.has(ending.text)) return null;
  if (!dot.isSure && (BEFORE_A_POINT.has(name.text) || !endsAddress(tokens, end + 1))) return null;
  value += `.${ending.text}`;
  end++;
  for (let next = dotAt(tokens, end); next; next = dotAt(tokens, end)) {
    const more = tokenAt(tokens, next.end);
    if (!more || !/^[a-z]{2,3}$/.test(more.text)) break;
    value += `.${more.text}`;
    end = next.end + 1;
  }
  const path = pathAt(tokens, end);
  return { first: dot.first - 1, end: path.end, value: value + path.value };
}

const isName = (token: Token | null | undefined): token is Token =>
  token !== null && token !== undefined && (token.kind === "word" || token.kind === "number");

const OPEN: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSE: ReadonlySet<string> = new Set([")", "]", "}"]);

/** `ponto`, `(dot)`, `[.]`, ` . `: sure where no sentence could hold it. */
function dotAt(tokens: Tokens, at: number): { first: number; end: number; isSure: boolean } | null {
  const isBracketed = OPEN.has(wordAt(tokens, at)) && CLOSE.has(wordAt(tokens, at + 2));
  const index = isBracketed ? at + 1 : at;
  const token = tokenAt(tokens, index);
  if (!token || tokens.isTaken[at]) return null;
  const isWord = SPELLED_DOTS.has(token.text);
  if (!isWord && token.text !== ".") return null;
  const end = isBracketed ? at + 3 : at + 1;
  if (isBracketed) return { first: at, end, isSure: true };
  // A full stop belongs to its sentence unless blanks stand on both its sides.
  if (!isWord) return token.isGlued || tokens.list[end]?.isGlued ? null : { first: at, end, isSure: false };
  return { first: at, end, isSure: token.text === "dot" };
}

/** Whether no sentence goes on behind: `ponto com` with a word behind it is rather a point with somebody. */
function endsAddress(tokens: Tokens, at: number): boolean {
  const token = tokens.list[at];
  return token?.kind !== "word" || ENDS.has(token.text);
}

const ENDS: ReadonlySet<string> = new Set(
  "barra slash e y and ponto punto dot para ou o br que hoje hoy ja ya".split(" "),
);
const SLASHES: ReadonlySet<string> = new Set(["barra", "slash", "diagonal", "/"]);

function pathAt(tokens: Tokens, at: number): { value: string; end: number } {
  let end = at;
  let value = "";
  while (SLASHES.has(wordAt(tokens, end)) && isName(tokenAt(tokens, end + 1))) {
    value += `/${wordAt(tokens, end + 1)}`;
    end += 2;
  }
  return { value, end };
}

/** `ana (at)`, `ana arroba`, `ana @`. */
function userBefore(tokens: Tokens, at: number): { user: string; first: number } | null {
  const isBracketed = CLOSE.has(wordAt(tokens, at - 1)) && OPEN.has(wordAt(tokens, at - 3));
  const sign = wordAt(tokens, isBracketed ? at - 2 : at - 1);
  const isAt = sign === "@" || (SPELLED_ATS.has(sign) && (isBracketed || sign === "arroba"));
  const isSpelledOut = sign === "at";
  const index = isBracketed ? at - 4 : at - 2;
  const user = tokenAt(tokens, index);
  return (isAt || isSpelledOut) && isName(user) ? { user: user.text, first: index } : null;
}
