"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { TemplateChoice } from "@/lib/conversations/schema";
import type { TemplateNeeds } from "@/lib/core/provider-facts";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";

/** What a person gives a template besides the values of its body. */
export type Extras = Pick<TemplateChoice, "header" | "fileName" | "buttons">;
export const NO_EXTRAS: Extras = {};

/** Whether everything that has to be there is. */
export function areFilled({ header = "", buttons = [] }: Extras, needs: TemplateNeeds): boolean {
  if (needs.header && header.trim() === "") return false;
  return needs.buttons.every(({ isRequired }, place) => {
    const value = buttons.find(({ index }) => index === place)?.value ?? "";
    return !isRequired || value.trim() !== "";
  });
}

type TemplateFormExtrasProps = {
  listed: HsmTemplateListed;
  extras: Extras;
  onExtras: (extras: Extras) => void;
};

/** The file or the words of the head, and what the buttons end in; nothing for most templates. */
export function TemplateFormExtras({ listed, extras, onExtras }: TemplateFormExtrasProps) {
  const t = useTranslations("conversations.reply");
  const { needs, buttons, headerExample } = listed;
  const head = needs.header?.type;
  const asked = needs.buttons.flatMap(({ type, isRequired }, index) =>
    type && isRequired ? [{ type, index }] : [],
  );
  if (!head && asked.length === 0) return null;
  const valueOfButton = (index: number) => extras.buttons?.find((one) => one.index === index)?.value ?? "";
  const write = (index: number, value: string) => {
    const others = (extras.buttons ?? []).filter((one) => one.index !== index);
    onExtras({ ...extras, buttons: [...others, { index, value }] });
  };
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {head && (
        <Field label={t(`head.${head}`)} hint={head === "text" ? undefined : t("headHint")}>
          <Input
            value={extras.header ?? ""}
            placeholder={head === "text" ? headerExample : "https://"}
            maxLength={head === "text" ? 60 : 2_000}
            required
            onChange={(event) => onExtras({ ...extras, header: event.target.value })}
          />
        </Field>
      )}
      {head === "document" && (
        <Field label={t("fileName")}>
          <Input
            value={extras.fileName ?? ""}
            maxLength={240}
            onChange={(event) => onExtras({ ...extras, fileName: event.target.value || undefined })}
          />
        </Field>
      )}
      {asked.map(({ type, index }) => (
        <Field key={index} label={t(`button.${type}`, { button: buttons[index]?.text ?? "" })}>
          <Input
            value={valueOfButton(index)}
            placeholder={buttons[index]?.example}
            maxLength={2_000}
            required
            onChange={(event) => write(index, event.target.value)}
          />
        </Field>
      ))}
    </div>
  );
}
