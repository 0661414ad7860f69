import type { Reader, Reading } from "./reading";
import { type Tokens, take } from "./tokens";
import { ENDINGS } from "./words/domains";

/** Addresses of the web and of mail as they are written: between blanks, with an ending that domains have. */
export function readLinks({ tokens }: Reader): Reading[] {
  const found: Reading[] = [];
  for (let first = 0; first < tokens.list.length; ) {
    const end = endOfChunk(tokens, first);
    for (const reading of addressesIn(tokens, first, end)) {
      found.push(reading);
      take(tokens, reading.first, reading.end);
    }
    first = end;
  }
  return found;
}

/** Nobody writes a longer address; a chunk beyond it is read in pieces. */
const MOST_TOKENS = 400;
/** Signs that no address goes on behind. */
const PARTS: ReadonlySet<string> = new Set([
  '"',
  "<",
  ">",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ",",
  ";",
  "|",
  "*",
  "!",
]);

function endOfChunk(tokens: Tokens, first: number): number {
  let end = first + 1;
  if (isPart(tokens, first) || isLine(tokens, first)) return end;
  while (
    end < tokens.list.length &&
    end - first < MOST_TOKENS &&
    tokens.list[end]?.isGlued &&
    !isPart(tokens, end) &&
    !isLine(tokens, end)
  )
    end++;
  return end;
}

const isLine = (tokens: Tokens, at: number) => tokens.list[at]?.kind === "line";
const isPart = (tokens: Tokens, at: number) =>
  tokens.isTaken[at] === 1 || PARTS.has(tokens.list[at]?.text ?? "");

function addressesIn(tokens: Tokens, first: number, end: number): Reading[] {
  let last = end;
  while (last > first + 1 && TAIL.has(tokens.list[last - 1]?.text ?? "")) last--;
  let start = first;
  while (start < last && TAIL.has(tokens.list[start]?.text ?? "")) start++;
  if (start >= last || !hasMark(tokens, start, last)) return [];
  const written = writtenBetween(tokens, start, last);
  if (!/[.@:]/.test(written)) return [];
  const kind = kindOfAddress(written, () => isSentenceEnd(tokens, start, last));
  return kind
    ? [{ kind, value: kind === "email" ? written.toLowerCase() : sameLink(written), first: start, end: last }]
    : [];
}

const TAIL: ReadonlySet<string> = new Set([".", ",", ";", ":", "!", "?", "'", "*", "_", "~", "-", "…"]);

/** Spares the text of every chunk that cannot be an address. */
function hasMark({ list }: Tokens, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const token = list[at];
    if (token?.kind !== "word" && /[.@:/]/.test(token?.text ?? "")) return true;
  }
  return false;
}

/** The characters themselves, only without what is invisible: an accent or another alphabet is another address. */
function writtenBetween(tokens: Tokens, first: number, end: number): string {
  const { folded, list } = tokens;
  const from = folded.at[list[first]?.from ?? 0] ?? 0;
  const to = folded.at[list[end - 1]?.to ?? 0] ?? from;
  return folded.text
    .slice(from, to)
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

function kindOfAddress(written: string, isSentence: () => boolean): "link" | "email" | null {
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(written) || /^(?:www\.|mailto:|\/\/)\S/i.test(written))
    return "link";
  const at = written.lastIndexOf("@");
  if (at > 0 && at < written.length - 1 && !written.slice(0, at).includes("/"))
    return written.slice(at + 1).includes(".") ? "email" : null;
  const host = (written.split(/[/?#:]/, 1)[0] ?? "").toLowerCase();
  const labels = host.split(".");
  const ending = labels.at(-1) ?? "";
  if (labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label)))
    return written.length > host.length ? "link" : null;
  if (labels.length < 2 || labels.some((label) => label === "")) return null;
  if (/^[\d.]+$/.test(host)) return null;
  const isWordy =
    labels.every((label) => label.length >= 3) && /^[a-z]{3,12}$/.test(ending) && !FILES.has(ending);
  const isDomain =
    isWordy || ENDINGS.has(ending) || (written.charAt(host.length) === "/" && /^[\p{L}]{2,}$/u.test(ending));
  return isDomain && !isSentence() ? "link" : null;
}

/** Endings of files, which are no places. */
const FILES: ReadonlySet<string> = new Set(
  "pdf doc docx xls xlsx csv txt png jpg jpeg gif mp3 mp4 html php xml json".split(" "),
);

/** `tudo bem.Me avise`: a full stop without its blank. */
function isSentenceEnd(tokens: Tokens, first: number, end: number): boolean {
  const dot = tokens.list.slice(first, end).findLastIndex(({ text }) => text === ".");
  const [before, behind] = [tokens.list[first + dot - 1], tokens.list[first + dot + 1]];
  const isCapital = behind !== undefined && /^[A-Z][a-z]*$/.test(behind.cased);
  return dot > 0 && first + dot + 2 === end && isCapital && before?.cased !== before?.cased.toUpperCase();
}

/** The same for two ways to write one address. */
export function sameLink(link: string): string {
  const rest = link
    .trim()
    .replace(/^(?:https?:)?\/\//i, "")
    .replace(/^www\./i, "");
  const split = rest.search(/[/?#]/);
  const host = split < 0 ? rest : rest.slice(0, split);
  const path = split < 0 ? "" : rest.slice(split);
  return `${host.toLowerCase()}${path === "/" ? "" : path.replace(/\/$/, "")}`;
}
