import { expect, test } from "vitest";
import type { VettedFact } from "../model-maestro";
import { guard } from "./guard";
import { ask, found, SOME_FACTS } from "./test-guard";

test.each([
  "Oi Ana, o Pedido 1042 de R$ 1.234,56 vence em 3 dias, na quinta, 5 de março.",
  "Sua consulta é amanhã, terça, às 9h30. Bia Souza, Loja Azul",
  "Pague aqui: https://pay.example.com/p/1042",
  "Dúvidas? bia@lojaazul.com",
  "Seu número é o (11) 98765-4321?",
])("finds nothing in what the facts say: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ["Oi Ana, são R$ 1.234,00", ['unsupported_amount "R$ 1.234,00"']],
  ["Oi Ana, são cerca de R$ 1.234", ['unsupported_amount "R$ 1.234"']],
  ["Oi Ana, são US$ 1.234,56", ['unsupported_amount "US$ 1.234,56"']],
  ["Vence em 4 dias", ['unsupported_number "4 dias"']],
  ["Venceu há 3 dias", ['unsupported_number "3 dias"']],
  ["Vence amanhã, dia 5", ['unsupported_date "dia 5"']],
  ["Vence na sexta, 5 de março", ['unsupported_date "sexta, 5 de março"']],
  ["Consulta amanhã às 10h", ['unsupported_time "10h"']],
  ["Vence dia 5 de março às 9h30", ['unsupported_time "9h30"']],
  ["Consulta amanhã à tarde", ['unsupported_date "amanhã à tarde"']],
  ["Pague em https://pay.example.com/p/1043", ['unsupported_link "https://pay.example.com/p/1043"']],
  ["Pague em pay.example.com", ['unsupported_link "pay.example.com"']],
  ["Escreva para bia@lojazul.com", ['unsupported_email "bia@lojazul.com"']],
  ["Ligue (11) 98765-4322", ['unsupported_phone "(11) 98765-4322"']],
  ["Com juros de 2%", ['unsupported_promise "juros"', 'unsupported_percent "2%"']],
  ["Oi [nome], tudo bem?", ['placeholder "[nome]"']],
  ["Oi {{ contact.name }}", ['placeholder "{{ contact.name }}"']],
  ["Pague até XX/XX", ['placeholder "XX/XX"']],
  ["Valor: R$ ____", ['placeholder "____"']],
])("finds what they do not: %s", (text, findings) => {
  expect(found(text)).toEqual(findings);
});

test("names the nearest fact", () => {
  const [finding] = guard(ask("Oi Ana, são R$ 1.200,00"));
  expect(finding?.fact).toEqual({ name: "charge.amount", says: "1234.56 BRL" });
});

test("takes what stands in a text fact for a fact of its own kind", () => {
  const knowledge: VettedFact = {
    name: "knowledge",
    kind: "text",
    value: "Entregamos em 3 dias úteis por R$ 20,00, das 9h às 18h.",
  };
  const facts = [...SOME_FACTS, knowledge];
  expect(found("Entregamos em três dias úteis por 20 reais, das 9 às 18h.", { facts })).toEqual([]);
  expect(found("Entregamos em 3 horas", { facts })).toEqual(['unsupported_number "3 horas"']);
});

test("finds banned words whatever their case and accents, and only whole ones", () => {
  const bannedWords = ["Promoção", "act now"];
  expect(found("Uma PROMOCAO", { bannedWords })).toContain('banned_word "PROMOCAO"');
  expect(found("Please act  now", { bannedWords, language: "en" })).toEqual(['banned_word "act  now"']);
  expect(found("React nowhere", { bannedWords, language: "en" })).toEqual([]);
});

test("finds a text that was said before, if only nearly so", () => {
  const earlier = ["Oi Ana, tudo bem? Conseguiu ver a minha mensagem sobre o pedido?"];
  expect(
    guard(ask("Oi Ana, tudo bem? Conseguiu ver a minha mensagem sobre seu pedido?", { earlier })),
  ).toMatchObject([{ code: "repeats_earlier" }]);
  expect(found("Oi Ana, posso ajudar com o pedido?", { earlier })).toEqual([]);
});

test("finds another language where the words themselves do not speak for the contact's", () => {
  const text = "Hi Ana, how are you and what can we do for you?";
  expect(guard(ask(text, { writtenIn: "en" }))).toMatchObject([
    { code: "wrong_language", data: { expected: "pt", found: "en" } },
  ]);
  expect(found("Oi Ana, tudo bem com você?", { writtenIn: "es" })).toEqual([]);
  expect(found("Oi Ana, tudo bem com você?", { writtenIn: null })).toEqual([]);
});

test("keeps to the lengths of the channels", () => {
  const long = "a ".repeat(2_100);
  expect(guard(ask(long))).toMatchObject([
    { code: "too_long", from: 4_096, data: { length: 4_200, limit: 4_096 } },
  ]);
  expect(guard(ask("a ".repeat(600), { isCaption: true }))).toMatchObject([{ code: "too_long" }]);
  expect(guard(ask("a ".repeat(200), { channel: "sms" }))).toMatchObject([
    { code: "too_many_segments", data: { segments: 3, limit: 2 } },
  ]);
  expect(guard(ask(" \n"))).toMatchObject([{ code: "empty", part: "text" }]);
});

test("asks a mail for its subject, and reads it", () => {
  const mail = { channel: "email", needsSubject: true } as const;
  expect(guard(ask("Oi Ana", { ...mail, subject: " " }))).toMatchObject([{ code: "empty", part: "subject" }]);
  expect(guard(ask("Oi Ana", { ...mail, subject: "a".repeat(151) }))).toMatchObject([
    { code: "too_long", part: "subject" },
  ]);
  expect(guard(ask("Oi Ana", { ...mail, subject: "Só R$ 10,00" }))).toMatchObject([
    { code: "unsupported_amount", part: "subject", from: 3 },
  ]);
});

test("leaves out what a person vouched for, but nothing that nobody can vouch for", () => {
  expect(found("São R$ 10,00", { vouched: ["r$ 10,00"] })).toEqual([]);
  expect(found("Oi [nome]", { vouched: ["[nome]"] })).toEqual(['placeholder "[nome]"']);
});
