import type { RenderContext, Rendered } from "./liquid";

/** A value that a text prints by its name: `{{ contact.name }}` or `{{ contact.name | default: "you" }}`. */
type PlainOutput = { name: string; fallback: string | null };

/** Words and values in turn, words first and last. */
export type PlainText = { pieces: string[]; outputs: PlainOutput[] };

/** So that none of the engine's limits can be met by a plain text. */
const MAX_LENGTH = 5_000;
const MAX_VALUE_LENGTH = 500;

const OUTPUT =
  /\{\{ *([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*) *(?:\| *default *: *("[^"\\{}\n]*"|'[^'\\{}\n]*') *)?\}\}/g;
/** Words that Liquid reads otherwise than as a name. */
const SPECIAL = /^(?:true|false|nil|null|empty|blank|contains|and|or|not)\.|\.(?:size|first|last)$/;

/**
 * A text that does nothing but print values, which is what most texts do: it can be filled in and checked without the
 * engine, which a browser then need not fetch. Null for every other text. `liquid.ts` decides what a text means; this
 * says the same or nothing.
 */
export function plainText(text: string): PlainText | null {
  if (text.length > MAX_LENGTH) return null;
  const pieces: string[] = [];
  const outputs: PlainOutput[] = [];
  let at = 0;
  for (const match of text.matchAll(OUTPUT)) {
    const [whole, name = "", quoted] = match;
    if (SPECIAL.test(name)) return null;
    pieces.push(text.slice(at, match.index));
    outputs.push({ name, fallback: quoted === undefined ? null : quoted.slice(1, -1) });
    at = match.index + whole.length;
  }
  pieces.push(text.slice(at));
  return pieces.some((piece) => /[{}]/.test(piece)) ? null : { pieces, outputs };
}

/** What `renderText` says of a plain text; null where that is to be asked. */
export function renderPlain(text: string, { values, types = {} }: RenderContext): Rendered | null {
  const plain = plainText(text);
  if (!plain) return null;
  const printed: string[] = [];
  for (const { name, fallback } of plain.outputs) {
    // How a date or an amount is written is the engine's to know.
    if (Object.hasOwn(types, name)) return null;
    const value = valueAt(values, name);
    // A group that is not there, and values that Liquid has rules of its own for, are left to it.
    if (value === null || typeof value === "boolean" || String(value).length > MAX_VALUE_LENGTH) return null;
    if (value === undefined && fallback === null) return { ok: false, missing: name };
    const isBlank = value === undefined || value === "";
    printed.push(isBlank && fallback !== null ? fallback : String(value ?? ""));
  }
  return { ok: true, text: plain.pieces.map((piece, index) => piece + (printed[index] ?? "")).join("") };
}

/** Names of a plain text that it prints without a fallback, as `variablesWithoutFallback` finds them. */
export function plainWithoutFallback({ outputs }: PlainText): string[] {
  const cared = new Set(outputs.flatMap(({ name, fallback }) => (fallback === null ? [] : [name])));
  return [...new Set(outputs.map(({ name }) => name))].filter((name) => !cared.has(name));
}

function valueAt(values: RenderContext["values"], name: string) {
  const dot = name.indexOf(".");
  const group = name.slice(0, dot);
  const key = name.slice(dot + 1);
  const found = Object.hasOwn(values, group) ? values[group] : undefined;
  if (!found) return null;
  return Object.hasOwn(found, key) ? found[key] : undefined;
}
