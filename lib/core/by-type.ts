import { type Format, isDateOnly, writeDate, writeMoney, writeNumber, writePercent } from "./liquid-filters";
import type { AttributeType } from "./model";

/** How a value is written that a text prints by its name alone. */
export type Typed = Format & {
  values: Record<string, Record<string, string | number | boolean | null>>;
  /** By the variables' names. Of those that are not here the value stands as it is. */
  types?: Record<string, AttributeType>;
};

/**
 * The value as its type is written in the account's language and zone: a day as a date, an instant with its time, an
 * amount in the currency beside it. What is not of its type, as free texts may bring it, stands as it is. Never throws.
 */
export function writeByType(name: string, value: unknown, context: Typed): unknown {
  const type = context.types && Object.hasOwn(context.types, name) ? context.types[name] : undefined;
  if (type === undefined || value === undefined || value === null || value === "") return value;
  try {
    return written(name, value, type, context);
  } catch {
    return value;
  }
}

function written(name: string, value: unknown, type: AttributeType, context: Typed): unknown {
  switch (type) {
    case "number":
      return writeNumber(value, context);
    case "currency":
      return writeMoney(value, currencyBeside(name, context), context);
    case "percent":
      return writePercent(value, context);
    case "date": {
      const text = String(value);
      if (!ISO.test(text)) return value;
      return writeDate(text, isDateOnly(text) ? "short" : "datetime", context);
    }
    case "checkbox":
      return typeof value === "boolean" ? ANSWERS[context.locale][value ? "yes" : "no"] : value;
    case "text":
    case "link":
    case "list":
      return value;
  }
}

const ISO = /^\d{4}-\d{2}-\d{2}(T|$)/;

const ANSWERS: Record<Format["locale"], { yes: string; no: string }> = {
  en: { yes: "yes", no: "no" },
  "pt-BR": { yes: "sim", no: "não" },
  es: { yes: "sí", no: "no" },
};

/** `charge.amount` is in `charge.currency`; an attribute of the contact is in the account's. */
function currencyBeside(name: string, { values, currency }: Typed): string {
  const group = name.slice(0, name.indexOf("."));
  const beside = group === "contact" ? undefined : values[group]?.currency;
  return typeof beside === "string" ? beside : currency;
}
