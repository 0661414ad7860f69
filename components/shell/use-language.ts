"use client";

import { useRouter } from "next/navigation";
import { setLanguageAction } from "@/lib/accounts/actions";
import { LOCALE_COOKIE, type Locale } from "@/lib/locale";

const YEAR_SECONDS = 31_536_000;

/** Remembers the language in this browser and shows the page in it. */
export function useLanguageCookie() {
  const router = useRouter();
  return (locale: Locale) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox before 140
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    router.refresh();
  };
}

/** Remembers the language of the person who is signed in, and shows the page in it. */
export function useSetLanguage() {
  const showIn = useLanguageCookie();
  return async (locale: Locale) => {
    await setLanguageAction({ locale });
    showIn(locale);
  };
}
