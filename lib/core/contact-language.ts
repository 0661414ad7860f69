import type { ContactFacts } from "./facts";

/** The languages in which Maestro writes: those that the guard reads. */
const LANGUAGES = ["en", "pt-BR", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Of an account's own attributes, those that may name it, in whichever of the languages they were made. */
const KEYS: ReadonlySet<string> = new Set(["language", "idioma", "locale", "lang"]);

/** How people and imports write them, without accents. */
const NAMES: Record<string, Language> = {
  ...{ en: "en", eng: "en", english: "en", ingles: "en" },
  ...{ pt: "pt-BR", por: "pt-BR", ptbr: "pt-BR", portuguese: "pt-BR", portugues: "pt-BR" },
  ...{ es: "es", spa: "es", spanish: "es", espanol: "es", espanhol: "es", castellano: "es" },
};

/** The language that a code or a name says: `pt_BR`, `es-MX`, `Inglês`. Null for any other. */
export function languageNamed(words: string): Language | null {
  const plain = words.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
  return NAMES[plain.replace(/[^a-z]/g, "")] ?? NAMES[plain.split(/[^a-z]/)[0] ?? ""] ?? null;
}

/** The language that the contact's own attributes name; null where none does. */
export function languageOfContact({ attributes }: Pick<ContactFacts, "attributes">): Language | null {
  for (const [key, value] of Object.entries(attributes)) {
    const named = KEYS.has(key.toLowerCase()) && typeof value === "string" ? languageNamed(value) : null;
    if (named) return named;
  }
  return null;
}
