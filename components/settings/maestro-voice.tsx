"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import { SaveBar } from "./save-bar";
import { useMaestroSave } from "./use-maestro-save";

type MaestroVoiceProps = { account: string; config: MaestroConfig; isReadOnly: boolean };

const TEXTS = [
  { name: "voice", rows: 3, max: 4_000 },
  { name: "rules", rows: 4, max: 4_000 },
  { name: "knowledge", rows: 6, max: 8_000 },
] as const;

/** How Maestro speaks, and what it may say. */
export function MaestroVoice({ account, config, isReadOnly }: MaestroVoiceProps) {
  const t = useTranslations("maestro.voice");
  const { save, fields, error, isPending } = useMaestroSave(account, config);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    // Forms send lines that end as on Windows.
    const text = (name: string) => String(form.get(name) ?? "").replace(/\r\n/g, "\n");
    const words = text("bannedWords")
      .split("\n")
      .map((word) => word.trim());
    save({
      ...{ voice: text("voice"), rules: text("rules"), knowledge: text("knowledge") },
      bannedWords: [...new Set(words)].filter((word) => word !== ""),
      learnsFromEdits: form.get("learnsFromEdits") === "on",
    });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-5">
        {TEXTS.map(({ name, rows, max }) => (
          <Field key={name} label={t(name)} hint={t(`${name}Hint`)} error={fields[name]}>
            <Textarea name={name} rows={rows} maxLength={max} defaultValue={config[name]} />
          </Field>
        ))}
        <Field label={t("bannedWords")} hint={t("bannedWordsHint")} error={fields.bannedWords}>
          <Textarea name="bannedWords" rows={3} defaultValue={config.bannedWords.join("\n")} />
        </Field>
        <Field isInline label={t("learnsFromEdits")} hint={t("learnsFromEditsHint")}>
          <Checkbox name="learnsFromEdits" defaultChecked={config.learnsFromEdits} />
        </Field>
      </fieldset>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={error} label={t("save")} />
    </form>
  );
}
