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

/** What a person typed (`1.234,56`, `1,234.56`, `1234`) in minor units; null when it is no amount. */
export function minorUnits(typed: string, currency: string): number | null {
  const text = typed.replace(/[\s\u00a0]/g, "");
  if (!/^\d[\d.,]*$/.test(text)) return null;
  const digits = minorDigits(currency);
  const point = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const behind = text.length - point - 1;
  // Three digits behind the only mark are thousands, unless the currency has that many.
  const isDecimal = point >= 0 && behind <= digits && (behind !== 3 || digits === 3);
  const whole = (isDecimal ? text.slice(0, point) : text).replace(/[.,]/g, "");
  const fraction = isDecimal ? text.slice(point + 1) : "";
  const minor = Number(whole + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}
