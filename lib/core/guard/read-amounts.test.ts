import { expect, test } from "vitest";
import { read } from "./test-readings";

const BRL = (value: number) => [`amount ${value} BRL`];

test.each([
  ["R$ 1.234,56", BRL(1234.56)],
  ["R$1.234", BRL(1234)],
  ["R$ 1,234.56", BRL(1234.56)],
  ["R$ 1 234,56", BRL(1234.56)],
  ["1.234,56 reais", BRL(1234.56)],
  ["mil e duzentos reais", BRL(1200)],
  ["dezoito mil, quatrocentos e cinquenta reais", BRL(18_450)],
  ["R$ 1,2 mil", BRL(1200)],
  ["2 milhões de reais", BRL(2_000_000)],
  ["vinte reais e cinquenta centavos", BRL(20.5)],
  ["50 centavos", ["amount 0.5 ?"]],
  ["US$ 1,234.56", ["amount 1234.56 USD"]],
  ["€ 99", ["amount 99 EUR"]],
  ["99€", ["amount 99 EUR"]],
  ["R$ １.２３４,５６", BRL(1234.56)],
  ["R$ ٩٩", BRL(99)],
  ["R$\u00a01\u200b0", BRL(10)],
])("reads a sum of money in Portuguese: %s", (text, amounts) => {
  expect(read(text)).toEqual(amounts);
});

test.each([
  ["$1,200", "en", ["amount 1200 USD/CAD"]],
  ["twelve hundred dollars", "en", ["amount 1200 USD/CAD"]],
  ["one thousand two hundred and five dollars", "en", ["amount 1205 USD/CAD"]],
  ["1.5k USD", "en", ["amount 1500 USD"]],
  ["1200 dólares", "es", ["amount 1200 USD/CAD"]],
  ["ochenta y cuatro mil quinientos pesos", "es", ["amount 84500 MXN/ARS"]],
  ["$ 89.990", "es", ["amount 89990 USD/CAD"]],
  ["1 333,30 pesos", "es", ["amount 1333.3 MXN/ARS"]],
])("reads a sum of money in other languages: %s", (text, language, amounts) => {
  expect(read(text, language)).toEqual(amounts);
});
