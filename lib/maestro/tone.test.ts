import { expect, it } from "vitest";
import { toneOf } from "./tone";

it.each([
  ["Hi Carlos, your invoice of $ 99.90 is due.", "Hi …, your invoice of $ … is due."],
  ["Carlos, tudo bem? O boleto vence dia 3.", "…, tudo bem? O boleto vence dia …"],
  ["Olá, Ana Souza! Passando para lembrar.", "Olá, …! Passando para lembrar."],
  ["Hola Íñigo: mire https://pay.example/x o escriba a ana@x.example", "Hola …: mire … o escriba a …"],
  ["I think I'm late, sorry. We can talk at 9:30.", "I think I'm late, sorry. We can talk at …"],
  ["Thanks!\nMaria Clara, see you on 2026-03-03", "Thanks!\n…, see you on …"],
  ["Just a short reminder, no hurry.", "Just a short reminder, no hurry."],
  ["", ""],
])("keeps how %j sounds, and no name or figure", (text, tone) => expect(toneOf(text)).toBe(tone));

it.each([`A${"…".repeat(500)}`, "A.".repeat(500), "A ".repeat(100_000)])(
  "ends for a text that was made to take minutes",
  (text) => expect(toneOf(text).length).toBeLessThanOrEqual(text.length),
  20_000,
);
