"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { LOCALES, type Locale } from "@/lib/locale";
import { createTemplateAction, updateTemplateAction } from "@/lib/templates/actions";
import type { TemplateForm, TemplateRow, TemplateTexts } from "@/lib/templates/schema";

type FieldErrors = { name?: string; texts?: Partial<Record<Locale, string>> };
type Asked = { account: string; row: TemplateRow | null; onSaved: () => void };

export function useSaveTemplate({ account, row, onSaved }: Asked) {
  const t = useTranslations("templates");
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [fields, setFields] = useState<FieldErrors>({});

  const save = (form: TemplateForm) => {
    const texts = written(form.texts);
    const withoutText = LOCALES.filter((locale) => texts[locale]?.text.trim() === "");
    setFields({ texts: Object.fromEntries(withoutText.map((locale) => [locale, t("textMissing")])) });
    if (withoutText.length > 0) return setRefusal(null);
    if (Object.keys(texts).length === 0) return setRefusal(t("nothingWritten"));
    startTransition(async () => {
      const { name, category } = form;
      const asked = { account, name, category, texts };
      const answer = await (row
        ? updateTemplateAction({ ...asked, templateId: row.id })
        : createTemplateAction(asked));
      const nameErrors = answer?.validationErrors?.fieldErrors?.name;
      const refused = refusalOf(answer);
      if (refused || !answer) {
        setFields({ name: nameErrors?.[0] });
        setRefusal(nameErrors ? null : (refused ?? t("failed")));
        return;
      }
      toast.success(t("saved"));
      router.refresh();
      onSaved();
    });
  };
  return { save, isBusy, refusal, fields };
}

/** A language in which nothing was written is none. */
function written(texts: TemplateTexts): TemplateTexts {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const { text = "", subject = "" } = texts[locale] ?? {};
      if (text.trim() === "" && subject.trim() === "") return [];
      return [[locale, { text, ...(subject.trim() && { subject }) }]];
    }),
  );
}
