import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { FINDING_CODES, type Finding } from "@/lib/core/model-maestro";
import { LOCALES } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";
import { findingSentence, type GuardTranslate } from "./guard-words";

const aFinding = (over: Partial<Finding> = {}): Finding => ({
  ...{ code: "unsupported_amount", part: "text", from: 0, to: 5, words: "R$ 90", fact: null, data: {} },
  ...over,
});

describe.each(LOCALES)("in %s", (locale) => {
  const t = createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace: "guard",
    onError(error) {
      throw error;
    },
  }) as unknown as GuardTranslate;

  it.each(FINDING_CODES)("%s has its sentence, also where its data is missing", (code) => {
    expect(findingSentence(t, aFinding({ code }))).toMatch(/\.$/);
  });

  it("names the languages that it speaks of", () => {
    const wrong = aFinding({ code: "wrong_language", data: { expected: locale, found: "fr" } });
    expect(findingSentence(t, wrong)).not.toMatch(new RegExp(`\\b(${locale}|fr)\\b`));
  });
});
