"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { Variable } from "@/lib/core/variables";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/lib/locale";
import { MAX_TEMPLATE_SUBJECT, MAX_TEMPLATE_TEXT, type TemplateTexts } from "@/lib/templates/schema";
import { LibraryText } from "./library-text";
import { useTextFindings } from "./use-text-findings";
import { UsedVariables } from "./used-variables";

type LanguageFieldsProps = {
  texts: TemplateTexts;
  variables: Variable[];
  /** The language in view at first. */
  first: Locale;
  isReadOnly: boolean;
  errors?: Partial<Record<Locale, string>>;
  onTexts: (texts: TemplateTexts) => void;
};

/** The text in each language, one at a time; the tabs tell which are written and which need a look. */
export function LanguageFields({
  texts,
  variables,
  first,
  isReadOnly,
  errors,
  onTexts,
}: LanguageFieldsProps) {
  const t = useTranslations("templates");
  const findingsOf = useTextFindings(variables);
  return (
    <Tabs defaultValue={first}>
      <TabsList aria-label={t("languages")}>
        {LOCALES.map((locale) => {
          const { text = "", subject = "" } = texts[locale] ?? {};
          const isWrong = Boolean(errors?.[locale] || findingsOf(text).length || findingsOf(subject).length);
          return (
            <TabsTrigger key={locale} value={locale}>
              {LANGUAGE_NAMES[locale]}
              {(text || isWrong) && (
                <>
                  <span
                    aria-hidden
                    className={cn("size-1.5 rounded-full", isWrong ? "bg-red" : "bg-green")}
                  />
                  <span className="sr-only">({isWrong ? t("hasProblem") : t("hasText")})</span>
                </>
              )}
            </TabsTrigger>
          );
        })}
      </TabsList>
      {LOCALES.map((locale) => {
        const { text = "", subject = "" } = texts[locale] ?? {};
        const edit = (changed: { text?: string; subject?: string }) =>
          onTexts({ ...texts, [locale]: { text, subject, ...changed } });
        const missing = errors?.[locale];
        return (
          <TabsContent key={locale} value={locale} lang={locale} className="grid gap-4">
            <LibraryText
              label={t("text")}
              value={text}
              maxLength={MAX_TEMPLATE_TEXT}
              variables={variables}
              isMultiline
              isReadOnly={isReadOnly}
              problems={missing ? [missing] : findingsOf(text)}
              onText={(typed) => edit({ text: typed })}
            />
            <LibraryText
              label={t("subject")}
              hint={t("subjectHint")}
              value={subject}
              maxLength={MAX_TEMPLATE_SUBJECT}
              variables={variables}
              isReadOnly={isReadOnly}
              problems={findingsOf(subject)}
              onText={(typed) => edit({ subject: typed })}
            />
            <UsedVariables texts={[text, subject]} variables={variables} />
          </TabsContent>
        );
      })}
    </Tabs>
  );
}
