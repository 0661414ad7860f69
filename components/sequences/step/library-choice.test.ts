import { describe, expect, it } from "vitest";
import type { TemplateChoice } from "@/lib/templates/schema";
import { hasWords, libraryTexts, madeFrom } from "./library-choice";

const choices: TemplateChoice[] = [
  {
    id: "a",
    name: "Payment due",
    category: "payment",
    usage: 0,
    texts: { en: { text: "Pay by Friday", subject: "Your bill" }, "pt-BR": { text: "Pague até sexta" } },
  },
  { id: "b", name: "Hello", category: "greeting", usage: 2, texts: { "pt-BR": { text: "Oi" } } },
];

describe("a text of the library", () => {
  it("comes in the account's language first", () => {
    const order = libraryTexts(choices, "pt-BR").map(({ id, locale }) => `${id} ${locale}`);
    expect(order).toEqual(["a pt-BR", "b pt-BR", "a en"]);
  });

  it("is found by words of its name, subject or text", () => {
    const [english] = libraryTexts(choices, "en");
    if (!english) throw new Error("There is an English text.");
    expect(hasWords(english, "friday PAYMENT")).toBe(true);
    expect(hasWords(english, "bill")).toBe(true);
    expect(hasWords(english, "sexta")).toBe(false);
  });

  it("takes the place of the words and is remembered; what it does not say stays", () => {
    const [portuguese] = libraryTexts(choices, "pt-BR");
    if (!portuguese) throw new Error("There is a Portuguese text.");
    const before = { type: "rich" as const, text: "old", subject: "kept", quickReplies: ["Yes"] };
    expect(madeFrom(before, portuguese)).toEqual({ ...before, text: "Pague até sexta", templateId: "a" });
  });
});
