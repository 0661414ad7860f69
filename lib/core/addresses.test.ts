import { expect, it } from "vitest";
import { normaliseEmail } from "./addresses";

it.each([
  ["Ana.Lima@Example.COM ", "ana.lima@example.com"],
  ["mailto:ana@example.com", "ana@example.com"],
  ["ana+news@sub.example.com.br", "ana+news@sub.example.com.br"],
  ["josé@exämple.de", "josé@xn--exmple-cua.de"],
  ["o'brien@example.ie", "o'brien@example.ie"],
])("%s is stored as %s", (input, email) => {
  expect(normaliseEmail(input)).toBe(email);
});

it.each([
  "",
  "ana",
  "@example.com",
  "ana@",
  "ana@localhost",
  "ana@example",
  "a b@example.com",
  "ana@exa mple.com",
  "ana@example.com, bia@example.com",
  "<ana@example.com>",
  ".ana@example.com",
  "a..b@example.com",
  "ana@127.0.0.1",
  "ana@example.com/path",
  "ana@user:pw@example.com:80",
  "ana@-example.com",
  `${"a".repeat(65)}@example.com`,
  `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.com`,
  "ana\r\nbcc:x@example.com",
])("%j is no address", (input) => {
  expect(normaliseEmail(input)).toBe(null);
});
