import { describe, expect, it } from "vitest";
import { localeOfBrowser } from "./locale";

describe("the browser's languages", () => {
  it.each([
    ["pt-BR,pt;q=0.9,en;q=0.8", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["es-419,es;q=0.9", "es"],
    ["de-DE,de;q=0.9,en;q=0.5,es;q=0.7", "es"],
    ["fr", "en"],
    ["", "en"],
    [null, "en"],
    ["*;q=0.1, nonsense;q=x", "en"],
  ])("%s are served in %s", (header, locale) => {
    expect(localeOfBrowser(header)).toBe(locale);
  });
});
