import type { Condition } from "./model";
import type { ConditionGroups } from "./model-rules";
import { isoDateOf, toLocalMs } from "./zone";

type Value = string | number | boolean | null;

/** What a variable such as `contact.plan` is worth; undefined, null and blank texts are all "not set". */
export type Lookup = (variable: string) => Value | undefined;

/**
 * Whether what the variable holds meets the condition. Numbers compare as numbers, dates (ISO) by the day when one of
 * the two has no time, texts without regard to case. A value that is not set equals nothing and contains nothing, so
 * `not_equal` and `not_contains` hold for it. Total: what cannot be compared is neither greater nor less.
 */
export function holds({ variable, operator, value }: Condition, lookup: Lookup, zone = "UTC"): boolean {
  const found = lookup(variable) ?? null;
  const isSet = found !== null && String(found).trim() !== "";
  switch (operator) {
    case "is_set":
      return isSet;
    case "is_not_set":
      return !isSet;
    case "equal":
      return isSet && compare(found, value, zone) === 0;
    case "not_equal":
      return !isSet || compare(found, value, zone) !== 0;
    case "contains":
      return isSet && folded(found).includes(folded(value));
    case "not_contains":
      return !isSet || !folded(found).includes(folded(value));
    case "greater":
      return isSet && ordered(found, value, zone) > 0;
    case "less":
      return isSet && ordered(found, value, zone) < 0;
    case "in":
      return isSet && value.split(",").some((one) => one.trim() !== "" && compare(found, one, zone) === 0);
  }
}

/** Whether all or any of the conditions and groups hold. No condition is no restriction. */
export function matches(
  { match, conditions, groups = [] }: ConditionGroups,
  lookup: Lookup,
  zone = "UTC",
): boolean {
  const met = [
    ...conditions.map((condition) => () => holds(condition, lookup, zone)),
    ...groups
      .filter((group) => group.conditions.length > 0)
      .map((group) => () => matches(group, lookup, zone)),
  ];
  if (met.length === 0) return true;
  return match === "all" ? met.every((isMet) => isMet()) : met.some((isMet) => isMet());
}

export const isUnconditional = ({ conditions, groups = [] }: ConditionGroups): boolean =>
  conditions.length === 0 && groups.every((group) => group.conditions.length === 0);

/** 0 when equal. Texts that are neither numbers nor dates are equal or not, and have no order. */
function compare(found: Value, value: string, zone: string): number {
  const order = ordered(found, value, zone);
  if (!Number.isNaN(order)) return order;
  return folded(found) === folded(value) ? 0 : Number.NaN;
}

/** Negative, 0 or positive; NaN where there is no order. */
function ordered(found: Value, value: string, zone: string): number {
  const numbers = [numberOf(found), numberOf(value)] as const;
  if (!numbers.some(Number.isNaN)) return numbers[0] - numbers[1];
  const [a, b] = [dateOf(found), dateOf(value)];
  if (!a || !b) return Number.NaN;
  if (a.hasTime && b.hasTime) return a.ms - b.ms;
  const dayOf = ({ ms, hasTime }: { ms: number; hasTime: boolean }) => {
    return isoDateOf(hasTime ? toLocalMs(ms, zone) : ms);
  };
  return Date.parse(dayOf(a)) - Date.parse(dayOf(b));
}

function numberOf(value: Value): number {
  if (typeof value === "boolean" || value === null || String(value).trim() === "") return Number.NaN;
  const number = Number(value);
  return Number.isFinite(number) ? number : Number.NaN;
}

/** ISO alone: `2026-11-18`, or with a time and a zone. */
function dateOf(value: Value): { ms: number; hasTime: boolean } | null {
  const text = String(value).trim();
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : { ms, hasTime: text.length > 10 };
}

function folded(value: Value): string {
  return String(value ?? "")
    .normalize("NFC")
    .trim()
    .toLowerCase();
}
