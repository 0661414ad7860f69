"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type AttributeDraft = { id: number; key: string; value: string };

type AttributeFieldsProps = {
  attributes: AttributeDraft[];
  error?: string | string[];
  onChange: (attributes: AttributeDraft[]) => void;
};

/** Values of a contact without a definition, for use in texts as `contact.<name>`. */
export function AttributeFields({ attributes, error, onChange }: AttributeFieldsProps) {
  const t = useTranslations("contacts.fields");
  const change = (id: number, part: Partial<AttributeDraft>) =>
    onChange(attributes.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const add = () =>
    onChange([
      ...attributes,
      { id: 1 + Math.max(0, ...attributes.map((each) => each.id)), key: "", value: "" },
    ]);
  return (
    <fieldset className="grid gap-2">
      <legend className="font-medium">{t("ownAttributes")}</legend>
      <p className="text-muted-foreground text-xs">{t("ownAttributesHint")}</p>
      {attributes.map(({ id, key, value }, index) => (
        <div key={id} className="flex gap-2">
          <Input
            aria-label={t("attributeName", { number: index + 1 })}
            placeholder={t("attributeNameExample")}
            value={key}
            pattern="[a-z][a-z0-9_]{0,39}"
            title={t("attributeNameHint")}
            required
            onChange={(event) => change(id, { key: event.target.value })}
            className="max-w-44"
          />
          <Input
            aria-label={t("attributeValue", { number: index + 1 })}
            value={value}
            maxLength={1000}
            onChange={(event) => change(id, { value: event.target.value })}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("removeAttribute", { number: index + 1 })}
            onClick={() => onChange(attributes.filter((each) => each.id !== id))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <FieldError>{Array.isArray(error) ? error[0] : error}</FieldError>
      <Button variant="outline" size="sm" className="justify-self-start" onClick={add}>
        <Plus aria-hidden /> {t("addAttribute")}
      </Button>
    </fieldset>
  );
}
