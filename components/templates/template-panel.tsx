"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { SidePanel } from "@/components/ui/side-panel";
import { toast } from "@/components/ui/toast";
import type { Variable } from "@/lib/core/variables";
import { LOCALES, type Locale } from "@/lib/locale";
import { MAX_TEMPLATE_NAME, TEMPLATE_CATEGORIES } from "@/lib/templates/categories";
import type { TemplateForm } from "@/lib/templates/schema";
import { LanguageFields } from "./language-fields";
import type { Opened } from "./templates-screen";
import { useSaveTemplate } from "./use-save-template";

type TemplatePanelProps = {
  account: string;
  opened: Opened;
  variables: Variable[];
  language: Locale;
  canManage: boolean;
  onClose: () => void;
  onReopen: (opened: Opened) => void;
};

const EMPTY: TemplateForm = { name: "", category: "follow_up", texts: {} };

/** Writes a template in its languages. Closing with changes gives them up, and a click brings them back. */
export function TemplatePanel(props: TemplatePanelProps) {
  const { account, opened, variables, language, canManage, onClose, onReopen } = props;
  const { row, typed } = opened;
  const t = useTranslations("templates");
  const categories = useTranslations("step.library.categories");
  const id = useId();
  const stored: TemplateForm = row ?? EMPTY;
  const [form, setForm] = useState(typed ?? stored);
  const { save, isBusy, refusal, fields } = useSaveTemplate({ account, row, onSaved: onClose });
  const isReadOnly = !canManage || row?.isArchived === true;
  const edit = (changed: Partial<TemplateForm>) => setForm((current) => ({ ...current, ...changed }));

  const close = () => {
    onClose();
    if (isSame(form, stored)) return;
    toast(t("discarded"), {
      action: { label: t("bringBack"), onClick: () => onReopen({ row, typed: form }) },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(form);
  };

  return (
    <SidePanel
      isOpen
      onClose={close}
      title={row ? t(isReadOnly ? "viewTitle" : "editTitle") : t("new")}
      className="w-[30rem]"
      footer={
        !isReadOnly && (
          <Button type="submit" form={id} isBusy={isBusy}>
            {t("save")}
          </Button>
        )
      }
    >
      <form id={id} onSubmit={submit} className="grid gap-4">
        {row?.isArchived && <Alert tone="grey">{t("readOnly")}</Alert>}
        {refusal && (
          <Alert tone="red" role="alert">
            {refusal}
          </Alert>
        )}
        <fieldset disabled={isReadOnly} className="grid min-w-0 gap-4">
          <Field label={t("name")} error={fields.name}>
            <Input
              value={form.name}
              maxLength={MAX_TEMPLATE_NAME}
              placeholder={t("namePlaceholder")}
              autoFocus={row === null}
              onChange={(event) => edit({ name: event.target.value })}
            />
          </Field>
          <Field label={t("category")}>
            <NativeSelect
              value={form.category}
              onChange={(event) => {
                const category = TEMPLATE_CATEGORIES.find((one) => one === event.target.value);
                if (category) edit({ category });
              }}
            >
              {TEMPLATE_CATEGORIES.map((category) => (
                <option key={category} value={category}>
                  {categories(category)}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </fieldset>
        <LanguageFields
          texts={form.texts}
          variables={variables}
          first={LOCALES.find((locale) => form.texts[locale]) ?? language}
          isReadOnly={isReadOnly}
          errors={fields.texts}
          onTexts={(texts) => edit({ texts })}
        />
      </form>
    </SidePanel>
  );
}

const isSame = (one: TemplateForm, other: TemplateForm): boolean => {
  const said = ({ name, category, texts }: TemplateForm) =>
    JSON.stringify([
      name,
      category,
      LOCALES.map((locale) => [texts[locale]?.text, texts[locale]?.subject || null]),
    ]);
  return said(one) === said(other);
};
