/** Long enough to show how somebody writes. */
const MAX_LENGTH = 1_000;

const CUT = "…";
const FIGURES = /\bhttps?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|\d[\d.,:/-]*/gi;
/** A word with a capital that does not begin a sentence: as a rule a name. English writes itself so. */
const WITHIN = /(?<=[\p{L}\p{N},;:…"'”’)–-][ \t])(?!I(?:['’]\p{L}+)?(?!\p{L}))\p{Lu}[\p{L}'’-]+/gu;
/** The same as the first word where whoever is addressed stands: "Ana, …" or "Ana Souza: …". */
const AT_START = /(?<=^|[.!?\n]\s*)\p{Lu}[\p{L}'’-]*(?=(?: …)?[,!:])/gu;

const NOT_NAMES = new Set(
  "hi hello hey dear good thanks thank yes no ok okay please sorry well so great olá ola oi bom boa obrigado obrigada sim não prezado prezada caro cara querido querida tudo ótimo hola buenos buenas gracias sí estimado estimada perfecto".split(
    " ",
  ),
);

/**
 * How a text that went to another contact sounds, without what belongs to that contact: its names, figures, links and
 * addresses are cut out. They would not be true for anybody else.
 */
export const toneOf = (text: string): string =>
  text
    .slice(0, MAX_LENGTH)
    .replace(FIGURES, CUT)
    .replace(WITHIN, CUT)
    .replace(AT_START, (word) => (NOT_NAMES.has(word.toLowerCase()) ? word : CUT))
    .replace(/…(\s*…)+/g, CUT);
