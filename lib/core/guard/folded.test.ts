import { expect, test } from "vitest";
import { fold, placed } from "./folded";

test.each([
  ["Ação", "acao"],
  ["１２３ ٤٥٦ ०१", "123 456 01"],
  ["p\u200ba\u00adg", "pag"],
  ["dеscоntо", "desconto"],
  ["𝐃𝐞𝐬𝐜𝐨𝐧𝐭𝐨", "desconto"],
  ["R$\u00a010", "r$ 10"],
  ["3º – 2ª", "3o - 2a"],
  ["1️⃣", "1"],
])("sees %s as a reader does", (text, lower) => {
  expect(fold(text).lower).toBe(lower);
});

test("knows where everything stands in the text itself", () => {
  const text = "🙂 Açã\u0303o\u200b!";
  const folded = fold(text);
  const from = folded.lower.indexOf("acao");
  expect(placed(folded, from, from + 4)).toEqual({ from: 3, to: 8, words: "Açã\u0303o" });
  expect(folded.cased).toHaveLength(folded.lower.length);
});
