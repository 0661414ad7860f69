import { createTranslator } from "use-intl/core";
import { isLocale, localeOfBrowser } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";

type MailWords = (key: string, values?: Record<string, string | number>) => string;

/** The texts of a module for a mail: in the reader's own language, else in the one that the account writes in. */
export function mailWords(
  namespace: string,
  { reader, account }: { reader: string | null; account: string },
): MailWords {
  const locale = isLocale(reader) ? reader : localeOfBrowser(account);
  return createTranslator({ locale, messages: messagesOf(locale), namespace }) as unknown as MailWords;
}

/** For a subject: names may hold line breaks. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
