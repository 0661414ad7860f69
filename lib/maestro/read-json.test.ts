import { expect, it } from "vitest";
import { readJson } from "./read-json";

it.each([
  ['{"a":1}', { a: 1 }],
  ['  {"a":1}\n', { a: 1 }],
  ['```json\n{"a":1}\n```', { a: 1 }],
  ['Sure, here you are:\n{"a":{"b":"}"}}\nAnything else?', { a: { b: "}" } }],
  ['<think>{"a":2} or not</think>{"a":1}', { a: 1 }],
  ["<think>never ended {", null],
  ['I take {this} as {"a":1}', { a: 1 }],
  ["[1,2]", null],
  ["null", null],
  ['"{}"', {}],
  ['{"a":1', null],
  ["", null],
])("finds the object in %j", (text, object) => {
  expect(readJson(text)).toEqual(object);
});

it("gives up on a text of braces, which would take minutes if each were tried with each", () => {
  expect(readJson("{".repeat(200_000) + "}".repeat(200_000))).toBeNull();
});
