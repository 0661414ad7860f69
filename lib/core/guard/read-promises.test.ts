import { expect, test } from "vitest";
import type { VettedFact } from "../model-maestro";
import { found, SOME_FACTS } from "./test-guard";

const knowing = (value: string): { facts: readonly VettedFact[] } => ({
  facts: [...SOME_FACTS, { name: "knowledge", kind: "text", value }],
});

test.each([
  ["Tem desconto para você", "pt-BR", "desconto"],
  ["O frete é grátis", "pt-BR", "grátis"],
  ["Parcelamos sem juros", "pt-BR", "juros"],
  ["Vamos protestar o título", "pt-BR", "protestar"],
  ["Seu nome vai para o SPC", "pt-BR", "SPC"],
  ["It comes with a money-back guarantee", "en", "money-back"],
  ["Shipping is free", "en", "free"],
  ["We will report it to a credit bureau", "en", "credit bureau"],
  ["Hay un descuento para usted", "es", "descuento"],
  ["Le hacemos el reembolso", "es", "reembolso"],
])("finds a promise or threat that no fact makes: %s", (text, language, words) => {
  expect(found(text, { language })).toContain(`unsupported_promise "${words}"`);
});

test.each([
  ["Tem desconto", "Há desconto no Pix.", []],
  ["Tem desconto", "Não damos desconto.", ['unsupported_promise "desconto"']],
  ["Não damos desconto", "Não damos desconto.", []],
  ["Não perca o desconto", "Não damos desconto.", ['unsupported_promise "desconto"']],
  ["Pague no boleto com desconto", "Não damos desconto.", ['unsupported_promise "desconto"']],
  ["É sem juros", "Parcelamos sem juros.", []],
  ["Tem juros", "Parcelamos sem juros.", ['unsupported_promise "juros"']],
  ["É reembolsável", "O plano não é reembolsável.", ['unsupported_promise "reembolsável"']],
  ["É preciso jejum", "Não é preciso jejum.", ['unsupported_promise "preciso"']],
])("keeps to the side that the facts are on: %s", (text, knowledge, findings) => {
  expect(found(text, knowing(knowledge))).toEqual(findings);
});

test.each([
  ["Feel free to ask", "en"],
  ["Are you free for a call?", "en"],
  ["Thanks for your interest", "en"],
  ["Se a fatura já foi paga, desconsidere", "pt-BR"],
  ["Infelizmente não temos desconto", "pt-BR"],
])("finds nothing in what promises nothing: %s", (text, language) => {
  expect(found(text, { language })).toEqual([]);
});
