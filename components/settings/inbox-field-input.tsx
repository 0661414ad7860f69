"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { type InboxField, SECURITY } from "./inbox-fields";

type InboxFieldInputProps = {
  field: InboxField;
  inbox?: { config: Record<string, unknown> };
  problems: Record<string, string>;
};

export function InboxFieldInput({ field, inbox, problems }: InboxFieldInputProps) {
  const t = useTranslations("settings.inboxFields");
  const { part, name, kind, words = name } = field;
  const key = `${part}.${name}`;
  const isStored = part === "secrets" && inbox !== undefined;
  const hint = isStored ? t("stored") : t.has(`${words}.hint`) ? t(`${words}.hint`) : undefined;
  const stored = part === "config" ? inbox?.config[name] : undefined;
  const start = String(stored ?? (inbox && !field.group ? "" : (field.start ?? "")));
  return (
    <Field label={t(`${words}.label`)} hint={hint} error={problems[key]}>
      {kind === "security" ? (
        <NativeSelect name={key} defaultValue={start}>
          {SECURITY.map((each) => (
            <option key={each} value={each}>
              {t(`${name}.${each}`)}
            </option>
          ))}
        </NativeSelect>
      ) : kind === "yesNo" ? (
        <NativeSelect name={key} defaultValue={start}>
          {["false", "true"].map((each) => (
            <option key={each} value={each}>
              {t(`${name}.${each}`)}
            </option>
          ))}
        </NativeSelect>
      ) : kind === "lines" ? (
        <Textarea
          name={key}
          rows={4}
          placeholder={isStored ? "••••••••" : undefined}
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-xs"
        />
      ) : (
        <Input
          name={key}
          type={kind}
          defaultValue={start}
          required={field.isRequired && !isStored}
          placeholder={isStored ? "••••••••" : undefined}
          autoComplete={kind === "password" ? "new-password" : "off"}
          spellCheck={false}
        />
      )}
    </Field>
  );
}
