import type { Tokens } from "./tokens";
import type { Dialect } from "./words/numbers";

/** Words of one of the languages that the others do not have, or not in this meaning. */
const TELLING: Record<Dialect, ReadonlySet<string>> = {
  en: new Set(
    "the and of to is are you your for with this that we our have has will be on it an by or not please from at can if up".split(
      " ",
    ),
  ),
  pt: new Set(
    "nao voce voces com uma um em do da dos das na no nos e ao aos pelo pela seu sua esta sao mas ou ja ate muito obrigado obrigada tem mais ola oi".split(
      " ",
    ),
  ),
  es: new Set(
    "el los las y con una un en del al usted ustedes su sus esta son pero muy gracias tiene mas hola hay por hasta tu nuestro nuestra lo".split(
      " ",
    ),
  ),
};

const FIRST_WORDS = 400;

/** What a text is rather written in, which decides whether `dos` is two; as said where nothing tells. */
export function dialectOf(tokens: Tokens, otherwise: Dialect): Dialect {
  const counts = { en: 0, pt: 0, es: 0 };
  for (const { text } of tokens.list.slice(0, FIRST_WORDS)) {
    for (const dialect of DIALECTS) if (TELLING[dialect].has(text)) counts[dialect]++;
  }
  const best = DIALECTS.reduce((one, other) => (counts[other] > counts[one] ? other : one), otherwise);
  return best;
}

const DIALECTS: readonly Dialect[] = ["en", "pt", "es"];

/** Of `pt-BR` it is `pt`; whatever is not known is read as English. */
export function baseOf(language: string): Dialect {
  const base = language.toLowerCase().split(/[-_]/, 1)[0];
  return base === "pt" || base === "es" ? base : "en";
}
