/** One side of an equality: a field of the trigger event, a field of the incoming event, or a literal. */
export type Operand =
  | { from: "event"; path: string }
  | { from: "async"; path: string }
  | { from: "literal"; value: Scalar };

export type Scalar = string | number | boolean;
export type Equality = { left: Operand; right: Operand };

const PATH = /^(event|async)((?:\.[A-Za-z_$][\w$]*)+)$/;
const TEXT = /^(?:'([^'\\]*)'|"([^"\\]*)")$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * Reads `event.data.x == async.data.x`, also several joined by `&&`. Answers null for anything else, which the
 * caller refuses: this engine has no expression language, so that every match is a lookup in an index.
 */
export function parseEqualities(expression: string): Equality[] | null {
  const equalities: Equality[] = [];
  for (const part of splitOutsideQuotes(expression, "&&")) {
    const sides = splitOutsideQuotes(part, "==");
    const left = sides.length === 2 ? parseOperand(sides[0] ?? "") : null;
    const right = sides.length === 2 ? parseOperand(sides[1] ?? "") : null;
    if (!left || !right) return null;
    equalities.push({ left, right });
  }
  return equalities;
}

/** The path of an expression that is one field of the event, such as `event.data.id`; null for any other. */
export function eventField(expression: string): string | null {
  const operand = parseOperand(expression);
  return operand?.from === "event" ? operand.path : null;
}

/** The scalar at a dotted path such as `data.user.id`; null when it is missing, null or not a scalar. */
export function scalarAt(source: unknown, path: string): Scalar | null {
  let value = source;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function parseOperand(source: string): Operand | null {
  const text = source.trim();
  const path = PATH.exec(text);
  if (path) return { from: path[1] === "async" ? "async" : "event", path: (path[2] ?? "").slice(1) };
  const quoted = TEXT.exec(text);
  if (quoted) return { from: "literal", value: quoted[1] ?? quoted[2] ?? "" };
  if (NUMBER.test(text)) return { from: "literal", value: Number(text) };
  if (text === "true" || text === "false") return { from: "literal", value: text === "true" };
  return null;
}

function splitOutsideQuotes(source: string, separator: string): string[] {
  const parts: string[] = [];
  let quote = "";
  let start = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? "";
    if (quote) {
      if (char === quote) quote = "";
    } else if (char === "'" || char === '"') {
      quote = char;
    } else if (source.startsWith(separator, at)) {
      parts.push(source.slice(start, at));
      start = at + separator.length;
      at = start - 1;
    }
  }
  parts.push(source.slice(start));
  return parts;
}
