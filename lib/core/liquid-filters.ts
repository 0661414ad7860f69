import { filters as builtIn, type Context, type FilterImplOptions } from "liquidjs";

import { formatInZone } from "./display";
import type { ModuleSettings } from "./model";

/** How values are written: the account's language, currency and zone, and the moment that "now" means. */
export type Format = { locale: ModuleSettings["locale"]; currency: string; zone: string; now: Date };

/** Where a render keeps its format: a symbol cannot be named by a text. */
export const FORMAT: unique symbol = Symbol("format");

/** Filters of Liquid that texts may use as they are. */
const TAKEN_OVER = [
  "default",
  "upcase",
  "downcase",
  "capitalize",
  "strip",
  "lstrip",
  "rstrip",
  "strip_newlines",
  "truncate",
  "truncatewords",
  "append",
  "prepend",
  "url_encode",
] as const;

const ARITHMETIC = [
  "plus",
  "minus",
  "times",
  "divided_by",
  "modulo",
  "round",
  "ceil",
  "floor",
  "abs",
] as const;

/** Every filter that a text may use. */
export const FILTERS: Record<string, FilterImplOptions> = {
  ...Object.fromEntries(TAKEN_OVER.map((name) => [name, builtIn[name]])),
  ...Object.fromEntries(ARITHMETIC.map((name) => [name, finite(name)])),

  replace(value: unknown, pattern: unknown, replacement: unknown = "") {
    return replaceAll(String(value ?? ""), String(pattern ?? ""), String(replacement ?? ""));
  },
  remove(value: unknown, pattern: unknown) {
    return replaceAll(String(value ?? ""), String(pattern ?? ""), "");
  },
  number(value: unknown, digits?: unknown) {
    if (isBlank(value)) return "";
    const places = digits === undefined ? {} : { minimumFractionDigits: +String(digits) };
    return numberFormat(formatOf(this.context), {
      ...places,
      maximumFractionDigits: places.minimumFractionDigits ?? 2,
    }).format(toNumber(value));
  },
  /** Amounts in whole units (12.5 is twelve and a half), in the account's currency or the one named. */
  money(value: unknown, currency?: unknown) {
    if (isBlank(value)) return "";
    const format = formatOf(this.context);
    return writeMoney(value, String(currency ?? format.currency), format);
  },
  percent(value: unknown) {
    return isBlank(value) ? "" : writePercent(value, formatOf(this.context));
  },
  date(value: unknown, style: unknown = "short") {
    return isBlank(value) ? "" : writeDate(value, String(style), formatOf(this.context));
  },
};

/** An amount in whole units. Throws for what is no number, as the others do for what they cannot write. */
export function writeMoney(value: unknown, currency: string, format: Format): string {
  return numberFormat(format, { style: "currency", currency }).format(toNumber(value));
}

export function writePercent(value: unknown, format: Format): string {
  return numberFormat(format, { style: "percent", maximumFractionDigits: 2 }).format(toNumber(value) / 100);
}

/** As it is written where it may be a year or a number of something: nothing between the thousands. */
export function writeNumber(value: unknown, format: Format): string {
  return numberFormat(format, { useGrouping: false, maximumFractionDigits: 10 }).format(toNumber(value));
}

export function writeDate(value: unknown, style: string, { locale, zone, now }: Format): string {
  const text = String(value);
  const at = text === "now" || text === "today" ? now : new Date(isDateOnly(text) ? `${text}T00:00Z` : text);
  // A date without a time is the same day in every zone.
  return formatInZone(at, isDateOnly(text) ? "UTC" : zone, datePattern(style), locale);
}

export const isDateOnly = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Arithmetic that fails where Liquid would print NaN or Infinity into a message. */
function finite(name: (typeof ARITHMETIC)[number]): FilterImplOptions {
  const filter = builtIn[name];
  if (typeof filter !== "function") throw new Error(`liquidjs has no filter ${name}`);
  return function (value: unknown, ...operands: unknown[]) {
    return isBlank(value) ? "" : toNumber(filter.call(this, toNumber(value), ...operands.map(toNumber)));
  };
}

/** Keeps a chain of replacements from growing a text without bound. */
const MAX_TEXT = 100_000;

function replaceAll(text: string, pattern: string, replacement: string): string {
  if (pattern === "") return text;
  const parts = text.split(pattern);
  if (text.length + (parts.length - 1) * replacement.length > MAX_TEXT)
    throw new Error("the text grows too long");
  return parts.join(replacement);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function toNumber(value: unknown): number {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`"${String(value).slice(0, 40)}" is not a number`);
  return number;
}

function formatOf(context: Context): Format {
  return (context.environments as { [FORMAT]: Format })[FORMAT];
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat({ locale }: Format, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.style} ${options.currency} ${options.minimumFractionDigits} ${options.maximumFractionDigits} ${options.useGrouping}`;
  let format = numberFormats.get(key);
  if (!format) {
    if (numberFormats.size > 100) numberFormats.clear();
    format = new Intl.NumberFormat(locale, options);
    numberFormats.set(key, format);
  }
  return format;
}

const DATE_STYLES: Record<string, string> = {
  short: "P",
  medium: "PP",
  long: "PPP",
  full: "PPPP",
  time: "p",
  datetime: "Pp",
};

/** Liquid's strftime letters in date-fns' pattern language. */
const STRFTIME: Record<string, string> = {
  "%a": "EEE",
  "%A": "EEEE",
  "%b": "MMM",
  "%B": "MMMM",
  "%d": "dd",
  "%-d": "d",
  "%e": "d",
  "%H": "HH",
  "%-H": "H",
  "%I": "hh",
  "%-I": "h",
  "%m": "MM",
  "%-m": "M",
  "%M": "mm",
  "%p": "a",
  "%S": "ss",
  "%y": "yy",
  "%Y": "yyyy",
  "%%": "%",
};

function datePattern(style: string): string {
  const named = DATE_STYLES[style];
  if (named) return named;
  return style.replace(/%-?[a-zA-Z%]|[a-zA-Z']+/g, (part) => {
    const pattern = STRFTIME[part];
    if (pattern) return pattern;
    if (part.startsWith("%")) throw new Error(`${part} is not a date format`);
    return `'${part.replaceAll("'", "''")}'`;
  });
}
