/** Digits behind the comma that a currency has: 2 for most, 0 for yen, 3 for some dinars (ISO 4217, by the runtime). */
export function minorDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** 12345 of BRL is 123.45. */
export const majorUnits = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);

/** 123456 of BRL as a person of the language would type it: `1234,56`. */
export function typedUnits(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const plain = { useGrouping: false, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, plain).format(majorUnits(minor, currency));
}

/**
 * What a person typed (`1.234,56`, `1,234.56`, `1234`) in minor units; null when it is no amount of the currency. The
 * language decides only where both readings are amounts: `1.250` dinars are one and a quarter, or a thousand and more.
 */
export function minorUnits(typed: string, currency: string, locale?: string): number | null {
  const text = typed.replace(/[\s'\u2019]/g, "");
  const digits = minorDigits(currency);
  const { whole, fraction } = partsOf(text, { digits, locale }) ?? {};
  if (whole === undefined || fraction === undefined) return null;
  const minor = Number(whole + fraction.padEnd(digits, "0").slice(0, digits));
  const isCut = /[^0]/.test(fraction.slice(digits));
  return Number.isSafeInteger(minor) && !isCut ? minor : null;
}

const NUMBER = /^\d+$/;
/** Thousands, or the lakhs of India: the last group has three digits. */
const GROUPED = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/;

type Parts = { whole: string; fraction: string };

function partsOf(text: string, { digits, locale }: { digits: number; locale?: string }): Parts | null {
  const marks = text.replace(/\d/g, "");
  if (marks === "") return NUMBER.test(text) ? { whole: text, fraction: "" } : null;
  const last = marks.at(-1) ?? "";
  const isOneKind = [...marks].every((mark) => mark === last);
  const grouped = isOneKind && GROUPED.test(text) ? { whole: text.replaceAll(last, ""), fraction: "" } : null;
  if (grouped && !(marks.length === 1 && digits === 3 && isDecimalMark(last, locale))) return grouped;
  const point = text.lastIndexOf(last);
  const [before, fraction] = [text.slice(0, point), text.slice(point + 1)];
  const isPlain = NUMBER.test(before) || (GROUPED.test(before) && !before.includes(last) && marks.length > 1);
  if (!isPlain || !NUMBER.test(fraction)) return null;
  return { whole: before.replace(/[.,]/g, ""), fraction };
}

const isDecimalMark = (mark: string, locale: string | undefined) =>
  locale === undefined || new Intl.NumberFormat(locale).format(0.5).includes(mark);
