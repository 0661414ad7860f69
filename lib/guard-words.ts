import type { Finding } from "@/lib/core/model-maestro";

/** The translator of the texts in `guard.json`. */
export type GuardTranslate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** Every value that a sentence about a finding may name. */
const VALUES = { words: "", length: 0, max: 0, segments: 0, language: "", found: "" };

/** What the guard found, as one sentence of the reader's language. */
export function findingSentence(t: GuardTranslate, { code, words, part, data }: Finding): string {
  const { language, found, ...others } = { ...VALUES, ...data };
  const named = (each: string | number) => (t.has(`language.${each}`) ? t(`language.${each}`) : String(each));
  return t(`finding.${code}`, {
    ...others,
    words,
    part,
    language: named(language),
    found: named(found),
    hasFound: found === "" ? "no" : "yes",
  });
}
