import { expect, test } from "vitest";
import { read } from "./test-readings";

test.each([
  ["9h30", "pt-BR", "9:30"],
  ["às 9h", "pt-BR", "9:00"],
  ["às nove e meia", "pt-BR", "9:30 or 21:30"],
  ["às 9 da noite", "pt-BR", "21:00"],
  ["21h", "pt-BR", "21:00"],
  ["meio-dia", "pt-BR", "12:00"],
  ["09:00", "pt-BR", "9:00"],
  ["9:30 pm", "en", "21:30"],
  ["at 9", "en", "9:00 or 21:00"],
  ["12:15 am", "en", "0:15"],
  ["half past two", "en", "2:30 or 14:30"],
  ["noon", "en", "12:00"],
  ["12 noon", "en", "12:00"],
  ["a las 9:00", "es", "9:00 or 21:00"],
  ["a las nueve de la mañana", "es", "9:00"],
  ["las 18 hs", "es", "18:00"],
  ["às 99:00", "pt-BR", ""],
])("reads a time: %s", (text, language, minutes) => {
  expect(read(text, language)).toEqual([`time ${minutes}`]);
});

test.each([
  ["das 8 às 20h", "pt-BR", ["time 8:00 or 20:00", "time 20:00"]],
  ["de 10 a 19 h", "es", ["time 10:00 or 22:00", "time 19:00"]],
  ["de ocho y media a dos de la tarde", "es", ["time 8:30 or 20:30", "time 14:00"]],
  ["from 9 am to 6", "en", ["time 9:00", "time 6:00 or 18:00"]],
])("reads both ends: %s", (text, language, times) => {
  expect(read(text, language)).toEqual(times);
});

test.each([
  ["em 24h", "pt-BR", "number 24 minutes x60 ahead"],
  ["assistência 24 horas", "pt-BR", "number 24 minutes x60"],
  ["as 3 parcelas", "pt-BR", "number 3 times x1"],
])("reads a number of something instead: %s", (text, language, number) => {
  expect(read(text, language)).toEqual([number]);
});
