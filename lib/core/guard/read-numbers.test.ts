import { expect, test } from "vitest";
import { read } from "./test-readings";

test.each([
  ["3 parcelas", "pt-BR", ["number 3 times x1"]],
  ["três parcelas", "pt-BR", ["number 3 times x1"]],
  ["3x de R$ 100", "pt-BR", ["number 3 times x1", "amount 100 BRL"]],
  ["em 3 dias", "pt-BR", ["number 3 minutes x1440 ahead"]],
  ["há 5 dias", "pt-BR", ["number 5 minutes x1440 behind"]],
  ["5 days overdue", "en", ["number 5 minutes x1440 behind"]],
  ["in a week or 2 weeks", "en", ["number 1 minutes x10080 ahead", "number 2 minutes x10080"]],
  ["duas semanas", "pt-BR", ["number 2 minutes x10080"]],
  ["3 dias úteis", "pt-BR", ["number 3 business_days x1"]],
  ["2-3 business days", "en", ["number 2 business_days x1", "number 3 business_days x1"]],
  ["6 monthly installments", "en", ["number 6 times x1"]],
  ["o dobro", "pt-BR", ["number 2"]],
  ["half price", "en", ["number 0.5"]],
  ["meia hora", "pt-BR", ["number 30 minutes x1"]],
  ["terceira parcela", "pt-BR", ["number 3"]],
  ["parcela 2 de 3", "pt-BR", ["part part 2 of 3"]],
  ["em uma semana", "pt-BR", ["number 1 minutes x10080 ahead"]],
  ["dos pagos", "es", ["number 2 times x1"]],
  ["SAVE20", "en", ["code save20"]],
])("reads a number and what it counts: %s", (text, language, numbers) => {
  expect(read(text, language)).toEqual(numbers);
});

test.each([
  ["um momento, uma pergunta", "pt-BR"],
  ["tem 1 minuto?", "pt-BR"],
  ["por um lado", "pt-BR"],
  ["um dos nossos", "pt-BR"],
  ["mil desculpas", "pt-BR"],
  ["first of all", "en"],
  ["no one but this one", "en"],
  ["por un lado, una duda", "es"],
  ["1. Abra\n2. Veja\n3) Diga", "pt-BR"],
  ["1️⃣ Abra\n".replace("1️⃣ ", "1️⃣. "), "pt-BR"],
])("reads no number: %s", (text, language) => {
  expect(read(text, language)).toEqual([]);
});
