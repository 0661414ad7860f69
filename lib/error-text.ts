import { createTranslator } from "next-intl";
import type { AppError, AppErrorCode, ErrorData } from "@/lib/errors";
import type { Locale } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";

/** What a refused action or route answers with. `message` and the values of `fields` are sentences in the person's language. */
export type ShownError = {
  code: AppErrorCode | "unexpected";
  message: string;
  fields: Record<string, string>;
  data: ErrorData;
};

export function shownError(error: AppError, locale: Locale): ShownError {
  const sentence = sentences(locale);
  return {
    code: error.code,
    message: sentence(error.message, error.data),
    fields: Object.fromEntries(
      Object.entries(error.fields).map(([field, key]) => [field, sentence(key, error.data)]),
    ),
    data: error.data,
  };
}

/** Tells nothing of the cause: that is for the log. */
export const shownUnexpected = (locale: Locale): ShownError => ({
  code: "unexpected",
  message: sentences(locale)("unexpected"),
  fields: {},
  data: {},
});

/**
 * Turns a key of `errors.json` into its sentence. A key may carry values, as in `text_too_long?max=80`. What is no
 * key (a library's English) becomes the sentence for "not valid".
 */
export function sentences(locale: Locale) {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "errors" });
  return (keyed: string, data: ErrorData = {}): string => {
    const [key = "", query] = keyed.split("?");
    const values = { ...data, ...Object.fromEntries(new URLSearchParams(query)) };
    const shown = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, String(value ?? "")]),
    );
    return t.has(key) ? t(key, shown) : t("invalid_value");
  };
}
