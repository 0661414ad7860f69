import { describe, expect, it } from "vitest";
import { languageOf } from "./language";

describe("the language of a text", () => {
  it.each([
    ["en", "Hi Ana, just a short reminder that your invoice is due on Friday."],
    ["en", "Is there anything we can still help you with?"],
    ["pt", "Olá Ana, passando só para lembrar que o seu boleto vence na sexta-feira."],
    ["pt", "Ainda podemos ajudar você em alguma coisa?"],
    ["es", "Hola Ana, solo un breve recordatorio de que su factura vence el viernes."],
    ["es", "¿Podemos ayudarle todavía en alguna cosa?"],
  ])("is %s: %s", (language, text) => expect(languageOf(text)).toBe(language));

  it.each(["", "Ok!", "R$ 1.234,56", "https://example.com/a-long-address-of-words", "😀😀😀", "Ana Souza"])(
    "is not known of %j",
    (text) => expect(languageOf(text)).toBeNull(),
  );
});
