import type { Finding } from "@/lib/core/model-maestro";

/** The translator of the texts in `guard.json`. */
export type GuardTranslate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** Every value that a sentence about a finding may name. */
const VALUES = { length: 0, limit: 0, segments: 0, expected: "", found: "" };

/** What the guard found, as one sentence of the reader's language. */
export function findingSentence(t: GuardTranslate, { code, words, part, data }: Finding): string {
  const { expected, found, ...others } = { ...VALUES, ...data };
  const named = (each: string | number) => (t.has(`language.${each}`) ? t(`language.${each}`) : String(each));
  return t(`finding.${code}`, {
    ...others,
    words,
    part,
    expected: named(expected),
    found: named(found),
    hasFound: found === "" ? "no" : "yes",
  });
}
