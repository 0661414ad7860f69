import type { AttributeDefinition } from "./schema";

type Value = string | number | boolean;
export type ReadValue = { ok: true; value: Value | null } | { ok: false; error: string };

/**
 * What a form's text means as a value of this type; null for a blank one, which is no value. Amounts and numbers have a
 * point or a comma before their decimals and nothing between their thousands; a percentage of 12.5 is said as 12.5.
 * `error` is a key of messages/<language>/errors.json.
 */
export function readValue(
  { type, options }: Pick<AttributeDefinition, "type" | "options">,
  text: string,
): ReadValue {
  const said = text.trim();
  if (said === "") return { ok: true, value: null };
  switch (type) {
    case "text":
      return said.length <= 1_000 ? { ok: true, value: said } : refused("text_too_long?max=1000");
    case "number":
    case "currency":
      return number(said);
    case "percent":
      return number(said.replace(/\s*%$/, ""));
    case "link":
      return isLink(said) ? { ok: true, value: said } : refused("attribute_link");
    case "date":
      return isDay(said) ? { ok: true, value: said } : refused("attribute_date");
    case "list":
      return options.includes(said) ? { ok: true, value: said } : refused("attribute_list");
    case "checkbox":
      if (said !== "true" && said !== "false") return refused("attribute_checkbox");
      return { ok: true, value: said === "true" };
  }
}

const refused = (error: string): ReadValue => ({ ok: false, error });

/** Beyond it a number is no longer told exactly. */
const MAX_NUMBER = 1e15;

function number(said: string): ReadValue {
  if (!/^[+-]?\d+([.,]\d{1,10})?$/.test(said)) return refused("attribute_number");
  const value = Number(said.replace(",", "."));
  return Math.abs(value) <= MAX_NUMBER ? { ok: true, value } : refused("attribute_number");
}

function isLink(said: string): boolean {
  if (said.length > 1_000 || !/^https?:\/\//i.test(said)) return false;
  return URL.canParse(said);
}

/** A day of the calendar: `2026-02-30` is none. */
function isDay(said: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said)) return false;
  const at = Date.parse(said);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === said;
}
