/**
 * A text as a reader takes it in: without case, accents, invisible characters and letters of other scripts that look
 * like ours, with any script's digits as ASCII. `lower` and `cased` have the same length; `at` says where each of their
 * characters stands in the text itself (UTF-16), and one more for its end.
 */
export type Folded = { text: string; lower: string; cased: string; at: readonly number[] };

export function fold(text: string): Folded {
  const at: number[] = [];
  let lower = "";
  let cased = "";
  let position = 0;
  for (const character of text) {
    const seen = seenAs(character);
    for (let index = 0; index < seen.length; index++) at.push(position);
    cased += seen;
    position += character.length;
    lower += lowered(seen);
  }
  at.push(text.length);
  return { text, lower, cased, at };
}

/** The characters of the text between two folded positions, without blanks around them. */
export function placed({ text, at }: Folded, from: number, to: number) {
  const start = at[from] ?? text.length;
  // What is invisible behind the last character belongs to what follows.
  const last = to > from ? (at[to - 1] ?? start) : start;
  const end = to > from ? last + String.fromCodePoint(text.codePointAt(last) ?? 32).length : start;
  // Marks that combine with the last character are a part of it.
  let stop = end;
  while (stop < text.length && MARK.test(text.charAt(stop))) stop++;
  return { from: start, to: stop, words: text.slice(start, stop) };
}

const MARK = /^\p{M}$/u;
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 5_000;

function seenAs(character: string): string {
  if (character <= "~" && character !== "\t") return character;
  let seen = KNOWN.get(character);
  if (seen === undefined) {
    seen = decomposed(character);
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    KNOWN.set(character, seen);
  }
  return seen;
}

function decomposed(character: string): string {
  if (character === "\t") return " ";
  if ("\u2028\u2029\v\f".includes(character)) return "\n";
  if (/^[\u00aa\u00ba]$/.test(character)) return character === "\u00aa" ? "a" : "o";
  if (/^\p{Cf}|\u034f|\u115f|\u1160|\u3164|\uffa0$/u.test(character)) return "";
  if (/^\p{Zs}$/u.test(character)) return " ";
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return [...plain].map((one) => SIGNS[one] ?? LOOKS_LIKE[one] ?? digitOf(one) ?? one).join("");
}

/** Decimal digits of a script follow each other from a code point that ends with 0 or 6. */
function digitOf(character: string): string | null {
  if (!/^\p{Nd}$/u.test(character)) return null;
  const code = character.codePointAt(0) ?? 0;
  const low = code & 15;
  const isFromZero = low < 6 || /^\p{Nd}$/u.test(String.fromCodePoint(code - low));
  return String(isFromZero ? low % 10 : low - 6);
}

const SIGNS: Record<string, string> = {
  ...Object.fromEntries([..."\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"].map((sign) => [sign, "-"])),
  ...Object.fromEntries([..."\u2018\u2019\u201b\u02bc\u2032\u00b4`"].map((sign) => [sign, "'"])),
  ...Object.fromEntries([..."\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"].map((sign) => [sign, '"'])),
  "\u2044": "/",
  "\u2215": "/",
  "\u3002": ".",
  "\u2024": ".",
  "\u066b": ",",
  "\u066c": ".",
  "\u066a": "%",
  "\u00a0": " ",
};

/** Cyrillic and Greek letters that pass for Latin ones. */
const LOOKS_LIKE: Record<string, string> = Object.fromEntries(
  [
    "аa еe оo рp сc уy хx іi ѕs јj һh ԁd ԛq ԝw ӏl кk мm тt вb нh гr пn",
    "АA ЕE ОO РP СC УY ХX ІI ЅS ЈJ КK МM ТT ВB НH",
    "αa εe οo ρp υu ιi κk νv τt χx ηn",
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX",
    "ıi ɑa ɡg ℓl øo ØO łl ŁL đd",
  ]
    .join(" ")
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Of the same length, whatever a letter's small form is. */
function lowered(seen: string): string {
  const small = seen.toLowerCase();
  if (small.length === seen.length) return small;
  return [...seen].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join("");
}
