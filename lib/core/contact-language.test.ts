import { describe, expect, it } from "vitest";
import { languageNamed, languageOfContact } from "./contact-language";

describe("the language that words name", () => {
  it.each([
    ["pt-BR", "pt-BR"],
    ["pt_PT", "pt-BR"],
    ["Português", "pt-BR"],
    ["português (Brasil)", "pt-BR"],
    ["EN", "en"],
    ["en-GB", "en"],
    ["Inglés", "en"],
    ["es-419", "es"],
    ["Español", "es"],
    ["Espanhol", "es"],
    ["fr", null],
    ["Deutsch", null],
    ["", null],
    ["constructor", null],
  ])("%s", (words, language) => expect(languageNamed(words)).toBe(language));
});

describe("the language of a contact", () => {
  it("is what an attribute of that name says, if it is one of those that Maestro writes", () => {
    expect(languageOfContact({ attributes: { city: "es", Idioma: "inglês" } })).toBe("en");
    expect(languageOfContact({ attributes: { locale: "fr-FR", language: "es" } })).toBe("es");
    expect(languageOfContact({ attributes: { language: 7, lang: null } })).toBe(null);
    expect(languageOfContact({ attributes: {} })).toBe(null);
  });
});
