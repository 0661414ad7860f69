import { expect, test } from "vitest";
import { found } from "./test-guard";

test.each([
  ["Oi Carlos, tudo bem?", "pt-BR", "Carlos"],
  ["oi carlos, tudo bem?", "pt-BR", "carlos"],
  ["Carlos vai ligar para você.", "pt-BR", "Carlos"],
  ["Oi Bia, tudo bem?", "pt-BR", "Bia"],
  ["Oi Ana, aqui é o Carlos de Melo.", "pt-BR", "Carlos de Melo"],
  ["Oi Ana, aqui é da Loja Verde.", "pt-BR", "Verde"],
  ["Fale com a Dra. Helena.", "pt-BR", "Helena"],
  ["Dear Mr. Brown, good morning", "en", "Brown"],
  ["We work with Netflix.", "en", "Netflix"],
  ["Hola Ana, le escribe Marta Gil.", "es", "Marta Gil"],
  ["Conoce el plan Premium de Loja Azul", "es", "Premium"],
  ["Fale com a ACME hoje", "pt-BR", "ACME"],
])("finds a name that no fact says: %s", (text, language, words) => {
  expect(found(text, { language })).toEqual([`unsupported_name "${words}"`]);
});

test.each([
  ["Oi, ANA! Tudo bem?", "pt-BR"],
  ["Oi Sra. Lima, tudo bem?", "pt-BR"],
  ["Fala, Ana! Beleza?", "pt-BR"],
  ["Aqui é a Bia, da LojaAzul.", "pt-BR"],
  ["Pode ser por Pix, Boleto ou WhatsApp.", "pt-BR"],
  ["ATENÇÃO, NÃO PERCA ISSO", "pt-BR"],
  ["Ana's friends at Loja Azul", "en"],
  ["I'm Bia. I'll help, and I mean it.", "en"],
])("finds nothing in what is known: %s", (text, language) => {
  expect(found(text, { language })).toEqual([]);
});
