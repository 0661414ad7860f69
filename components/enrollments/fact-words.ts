import type { Translate } from "./sentence";

/** What a vetted fact is called: as the builder calls the variable, else its name in plain letters. */
export function factName(t: Translate, name: string): string {
  for (const key of [`step.variable.names.${name}`, `guard.fact.${name}`]) {
    if (/^\w+(\.\w+)?$/.test(name) && t.has(key)) return t(key);
  }
  return name.slice(name.indexOf(".") + 1).replaceAll("_", " ");
}

const AMOUNT = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;
const DAY = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/;

/** What a fact says, as the reader writes amounts and days: "120 BRL" is "R$ 120,00". Other words stay as they are. */
export function factSays(says: string, locale: string): string {
  const amount = AMOUNT.exec(says);
  if (amount) return inCurrency(Number(amount[1]), amount[2] ?? "", locale) ?? says;
  const day = DAY.exec(says);
  const at = day && new Date(`${day[1]}T${day[2] ?? "00:00"}Z`);
  if (!at || Number.isNaN(at.getTime())) return says;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    // It is on the reader's wall already.
    timeZone: "UTC",
    ...(day[2] && { timeStyle: "short", hourCycle: "h23" }),
  }).format(at);
}

/** Null for letters that are no currency. */
function inCurrency(value: number, currency: string, locale: string): string | null {
  try {
    return new Intl.NumberFormat(locale, { style: "currency", currency }).format(value);
  } catch {
    return null;
  }
}
