import type { AttributeDefinition } from "@/lib/attributes/schema";
import { readValue } from "@/lib/attributes/value";
import type { Mapping } from "./columns";
import type { Problem } from "./problems";
import type { CsvRecord } from "./records";

export type TypedAttributes = Record<string, string | number | boolean>;

const MAX_LENGTH = 1_000;
const PREFIX = "attribute:";

/** The cells that become attributes, as the account's definitions type them; a cell that is no such value is a problem. */
export function attributesOf(
  { line, cells }: CsvRecord,
  mapping: Mapping,
  definitions: ReadonlyMap<string, AttributeDefinition>,
): TypedAttributes | Problem {
  const attributes: TypedAttributes = {};
  for (const [index, target] of mapping.entries()) {
    const text = cells[index]?.trim();
    if (!target.startsWith(PREFIX) || !text) continue;
    const key = target.slice(PREFIX.length);
    if (text.length > MAX_LENGTH) return { line, code: "cell_too_long", data: { max: MAX_LENGTH } };
    const definition = definitions.get(key);
    if (!definition) {
      attributes[key] = text;
      continue;
    }
    const read = readValue(definition, asForm(definition, text));
    if (!read.ok) return { line, code: "attribute_invalid", data: { key, value: text.slice(0, 60) } };
    if (read.value !== null) attributes[key] = read.value;
  }
  return attributes;
}

/** Spreadsheets write dates and ticks in ways of their own; the forms have one for each. */
function asForm({ type, options }: AttributeDefinition, text: string): string {
  switch (type) {
    case "checkbox":
      if (YES.test(text)) return "true";
      return NO.test(text) ? "false" : text;
    case "date":
      return dayOf(text);
    case "number":
    case "currency":
    case "percent":
      return plainNumber(text);
    case "list":
      return options.find((option) => option.toLowerCase() === text.toLowerCase()) ?? text;
    case "text":
    case "link":
      return text;
  }
}

const YES = /^(true|yes|y|x|1|sim|s|s[ií]|verdadeiro|verdadero)$/i;
const NO = /^(false|no|n|0|n[aã]o|falso)$/i;

/** ISO, or day before month with points or slashes, as the product's languages write it; a day beyond 12 tells the order. */
function dayOf(text: string): string {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return iso[1] ?? text;
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!parts) return text;
  const [, one = "", two = "", year = ""] = parts;
  const [day, month] = Number(two) > 12 ? [two, one] : [one, two];
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/**
 * `R$ 1.234,56`, `$1,234.56`, `12,5 %`, `0.125`: the last separator parts the decimals where one to two digits follow it,
 * or where nothing but a zero stands before it.
 */
function plainNumber(text: string): string {
  const bare = text.replace(/[^\d.,+-]/g, "");
  const decimals = /[.,](\d{1,2})$/.exec(bare) ?? /(?<=^[+-]?0)[.,](\d+)$/.exec(bare);
  const whole = (decimals ? bare.slice(0, -decimals[0].length) : bare).replace(/[.,]/g, "");
  return /\d/.test(text) ? whole + (decimals ? `.${decimals[1]}` : "") : text;
}
