"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { isLocale, LANGUAGE_NAMES, LOCALES } from "@/lib/locale";
import { useLanguageCookie } from "./use-language";

/** For people who are not signed in yet. */
export function LanguageSelect() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const choose = useLanguageCookie();
  return (
    <Field label={t("language")} isLabelHidden className="w-44">
      <NativeSelect value={locale} onChange={({ target }) => isLocale(target.value) && choose(target.value)}>
        {LOCALES.map((each) => (
          <option key={each} value={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
