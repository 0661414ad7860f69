import { expect, it } from "vitest";
import { matchesWords } from "./word-match";

it.each([
  ["Configurações", "configuracoes", true],
  ["Quiet hours Settings", "settings quiet", true],
  ["Overview", "", true],
  ["Overview", "view over", true],
  ["Overview", "sequences", false],
])("%s is found by “%s”: %s", (text, query, expected) => {
  expect(matchesWords(text, query)).toBe(expected);
});
