/** The languages of the screens, and how one is chosen. */
export const LOCALES = ["en", "pt-BR", "es"] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = "locale";

export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: "English",
  "pt-BR": "Português (Brasil)",
  es: "Español",
};

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

/** The first language of the browser's list that the product speaks; any Portuguese is served Brazilian. */
export const localeOfBrowser = (acceptLanguage: string | null): Locale => spokenOf(acceptLanguage) ?? "en";

/** For pages that the contacts of an account read: their browser's language, else the one that the account writes in. */
export const localeOfReader = (acceptLanguage: string | null, account: string): Locale =>
  spokenOf(acceptLanguage) ?? localeOfBrowser(account);

function spokenOf(acceptLanguage: string | null): Locale | undefined {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", quality = "q=1"] = entry.trim().split(";");
      return { tag: tag.toLowerCase(), weight: Number(quality.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const found = LOCALES.find((locale) => tag.split("-")[0] === locale.toLowerCase().split("-")[0]);
    if (found) return found;
  }
  return undefined;
}
