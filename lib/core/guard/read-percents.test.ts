import { expect, test } from "vitest";
import { read } from "./test-readings";

test.each([
  ["20%", "en", 20],
  ["20 %", "pt-BR", 20],
  ["2,5%", "pt-BR", 2.5],
  ["vinte por cento", "pt-BR", 20],
  ["veinte por ciento", "es", 20],
  ["twenty-five percent", "en", 25],
  ["２０％", "pt-BR", 20],
])("reads a percentage: %s", (text, language, value) => {
  expect(read(text, language)).toEqual([`percent ${value}`]);
});
