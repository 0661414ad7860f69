import type { ContactFacts } from "./facts";

/** The languages in which Maestro writes: those that the guard reads. */
const LANGUAGES = ["en", "pt-BR", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Of an account's own attributes, those that may name it, in whichever of the languages they were made. */
const KEYS: ReadonlySet<string> = new Set(["language", "idioma", "locale", "lang"]);

/** How people and imports write them, without accents. */
const NAMES: ReadonlyMap<string, Language> = new Map([
  ...["en", "eng", "english", "ingles"].map((name) => [name, "en"] as const),
  ...["pt", "por", "ptbr", "portuguese", "portugues"].map((name) => [name, "pt-BR"] as const),
  ...["es", "spa", "spanish", "espanol", "espanhol", "castellano"].map((name) => [name, "es"] as const),
]);

/** The language that a code or a name says: `pt_BR`, `es-MX`, `Inglês`. Null for any other. */
export function languageNamed(words: string): Language | null {
  const plain = words.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
  return NAMES.get(plain.replace(/[^a-z]/g, "")) ?? NAMES.get(plain.split(/[^a-z]/)[0] ?? "") ?? null;
}

/** The language that the contact's own attributes name; null where none does. */
export function languageOfContact({ attributes }: Pick<ContactFacts, "attributes">): Language | null {
  for (const [key, value] of Object.entries(attributes)) {
    const named = KEYS.has(key.toLowerCase()) && typeof value === "string" ? languageNamed(value) : null;
    if (named) return named;
  }
  return null;
}
