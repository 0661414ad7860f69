import { expect, test } from "vitest";
import { fold } from "./folded";
import { placeholdersIn } from "./placeholders";

test.each([
  "{{ contact.name }}",
  "{% if x %}",
  "[nome]",
  "[Your Name]",
  "<name>",
  "<<nome>>",
  "#{name}",
  "XXX",
  "XX/XX",
  "_____",
  "lorem ipsum",
  "INSERT LINK HERE",
  "*|FNAME|*",
  "undefined",
  "(nome)",
])("finds what was never filled in: %s", (words) => {
  const text = `Oi ${words}, tudo bem?`;
  const spans = placeholdersIn(fold(text)).map(({ from, to }) => text.slice(from, to));
  expect(spans).toEqual([words]);
});

test.each(["Amo você <3", "a > b", "1) Abra", "Que bom... até logo", "(se puder)", "todo dia"])(
  "leaves ordinary words alone: %s",
  (text) => {
    expect(placeholdersIn(fold(text))).toEqual([]);
  },
);
