import { getCountries, isSupportedCountry } from "libphonenumber-js/min";

/** Every zone of this machine's data, UTC first. */
export const timeZones = (): string[] => [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
];

export const isCountry = (code: string): boolean => isSupportedCountry(code);

export const isCurrency = (code: string): boolean => currencies().includes(code);

export const currencies = (): string[] => Intl.supportedValuesOf("currency");

/** Countries with their names in a language, by name. */
export function countryNames(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const byName = new Intl.Collator(locale).compare;
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => byName(a.name, b.name));
}

/** Currencies that a business is paid in today, by code; metals and test codes of ISO 4217 are left out. */
export function currencyNames(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return currencies()
    .filter((code) => !code.startsWith("X") || ["XAF", "XOF", "XPF", "XCD"].includes(code))
    .map((code) => ({ code, name: names.of(code) ?? code }));
}
