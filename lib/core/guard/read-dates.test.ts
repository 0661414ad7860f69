import { expect, test } from "vitest";
import { read } from "./test-readings";

// Today is Monday, 2026-03-02.
test.each([
  ["2026-03-03", "en", "03-03"],
  ["03/03/2026", "pt-BR", "03-03"],
  ["3/3", "pt-BR", "03-03"],
  ["03.03.2026", "es", "03-03"],
  ["5/3", "es", "03-05"],
  ["3 de março", "pt-BR", "03-03"],
  ["terça, 3 de março", "pt-BR", "03-03"],
  ["terça-feira (03/03)", "pt-BR", "03-03"],
  ["ter., 3/3", "pt-BR", "03-03"],
  ["três de março de 2026", "pt-BR", "03-03"],
  ["1º de abril", "pt-BR", "04-01"],
  ["el martes 3 de marzo", "es", "03-03"],
  ["March 3rd", "en", "03-03"],
  ["3 Mar", "en", "03-03"],
  ["Tuesday, March 3, 2026", "en", "03-03"],
  ["the 3rd of March", "en", "03-03"],
  ["hoje é até amanhã", "pt-BR", "03-02"],
  ["amanhã", "pt-BR", "03-03"],
  ["depois de amanhã", "pt-BR", "03-04"],
  ["ontem", "pt-BR", "03-01"],
  ["mañana", "es", "03-03"],
  ["pasado mañana", "es", "03-04"],
  ["the day after tomorrow", "en", "03-04"],
  ["amanhã à tarde", "pt-BR", "03-03 12-19h"],
  ["mañana por la mañana", "es", "03-03 4-12h"],
  ["na sexta", "pt-BR", "02-27..03-06 (2)"],
  ["next Tuesday", "en", "03-03..03-10 (2)"],
  ["sexta passada", "pt-BR", "02-20..02-27 (2)"],
  ["el viernes que viene", "es", "03-06..03-13 (2)"],
  ["el viernes 6", "es", "02-06..03-06 (2)"],
  ["no dia 10", "pt-BR", "02-10..03-10 (2)"],
  ["semana que vem", "pt-BR", "03-08..03-15 (8)"],
  ["fim do mês", "pt-BR", "03-27..03-31 (5)"],
  ["em abril", "pt-BR", "04-01..04-30 (30)"],
  ["terça, 4 de março", "pt-BR", "never"],
  ["Monday, March 3rd", "en", "never"],
  ["30/02", "pt-BR", "never"],
  ["33/03/2026", "pt-BR", "never"],
])("reads a date: %s", (text, language, days) => {
  expect(read(text, language)[0]).toBe(`date ${days}`);
});

test.each([
  ["preciso da segunda via", "pt-BR"],
  ["eu marco com você", "pt-BR"],
  ["hoje em dia", "pt-BR"],
  ["por la mañana", "es"],
  ["you may march on", "en"],
  ["vou ter que ver", "pt-BR"],
])("reads no date: %s", (text, language) => {
  expect(read(text, language)).toEqual([]);
});
