import { expect, it } from "vitest";
import { chordOf, compareKeys } from "./shortcuts";

const press = (key: string, held: Partial<Parameters<typeof chordOf>[0]> = {}) =>
  chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

it.each([
  [press("k", { ctrlKey: true }), "mod+k"],
  [press("k", { metaKey: true }), "mod+k"],
  [press("Z", { ctrlKey: true, shiftKey: true }), "mod+shift+z"],
  [press("ArrowUp", { altKey: true }), "alt+arrowup"],
  [press("?", { shiftKey: true }), "?"],
  [press("J", { shiftKey: true }), "shift+j"],
  [press(" "), "space"],
  [press("Enter", { shiftKey: true }), "shift+enter"],
])("writes a key press as shortcuts do: %s", (chord, expected) => {
  expect(chord).toBe(expected);
});

it.each([
  ["g s", ["g"], "beginning"],
  ["g s", ["g", "s"], "whole"],
  ["g s", ["g", "o"], "none"],
  ["g s", ["s"], "none"],
  ["g", ["g", "g"], "none"],
  ["Alt+ArrowUp", ["alt+arrowup"], "whole"],
] as const)("compares %s with the keys pressed", (shortcut, pressed, expected) => {
  expect(compareKeys(shortcut, pressed)).toBe(expected);
});
