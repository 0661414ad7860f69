import { cookies, headers } from "next/headers";
import { currentSession } from "@/lib/auth";
import { isLocale, LOCALE_COOKIE, type Locale, localeOfBrowser } from "@/lib/locale";

/** The person's own choice, else the browser's cookie, else the browser's languages. Addresses carry no language. */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await currentSession())?.user.locale;
  if (isLocale(chosen)) return chosen;
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(cookie)) return cookie;
  return localeOfBrowser((await headers()).get("accept-language"));
}
