import { expect, test } from "vitest";
import { read, wordsRead } from "./test-readings";

test.each([
  ["https://Pay.Example.com/P/1?x=1.", "link pay.example.com/P/1?x=1"],
  ["veja pay.example.com/p", "link pay.example.com/p"],
  ["(www.pag.com)", "link pag.com"],
  ["bit.ly/x", "link bit.ly/x"],
  ["wa.me/5511987654321", "link wa.me/5511987654321"],
  ["pa\u200bg.com", "link pag.com"],
  ["pаg.com", "link pаg.com"],
  ["pag ponto com", "link pag.com"],
  ["pag [.] com barra promo", "link pag.com/promo"],
  ["pag (dot) com", "link pag.com"],
  ["ana@x.com", "email ana@x.com"],
  ["ana (at) x.com", "link x.com"],
  ["ana arroba loja ponto com", "email ana@loja.com"],
])("reads an address: %s", (text, address) => {
  expect(read(text)).toContain(address);
});

test("knows where an address ends", () => {
  expect(wordsRead("Pague em (https://x.com/a), por favor. Ou em y.com!")).toEqual([
    "https://x.com/a",
    "y.com",
  ]);
});

test.each(["Tudo bem.Me avise", "até certo ponto com você", "Fim. Com carinho", "a/c da Ana", "e/ou"])(
  "reads no address: %s",
  (text) => {
    expect(read(text)).toEqual([]);
  },
);
