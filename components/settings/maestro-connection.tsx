"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { testMaestroAction } from "@/lib/maestro-settings/actions";
import type { MaestroShown } from "@/lib/maestro-settings/data";
import { MAESTRO_ENDPOINTS } from "./maestro-endpoints";
import { MaestroTestResult } from "./maestro-test-result";
import { SaveBar } from "./save-bar";
import { useMaestroSave } from "./use-maestro-save";

type MaestroConnectionProps = { account: string; maestro: MaestroShown; isReadOnly: boolean };

const KEY_HINTS = { none: "keyNone", stored: "keyStored", unreadable: "keyUnreadable" } as const;

/** Where the model is. The key can be typed in and taken away, and is never shown. */
export function MaestroConnection({ account, maestro, isReadOnly }: MaestroConnectionProps) {
  const t = useTranslations("maestro.connection");
  const { config, key, mayCallPrivate } = maestro;
  const form = useRef<HTMLFormElement>(null);
  const address = useRef<HTMLInputElement>(null);
  /** Forgotten once it is stored. */
  const typedKey = useRef<HTMLInputElement>(null);
  const { save, fields, error, isPending, reset } = useMaestroSave(account, config, () => {
    if (typedKey.current) typedKey.current.value = "";
  });
  const test = useAction(testMaestroAction);
  const problems = {
    ...fields,
    ...test.result.validationErrors?.fieldErrors,
    ...test.result.serverError?.fields,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.reset();
    const { apiKey, ...given } = readForm(form.current);
    save(given, apiKey === "" ? {} : { apiKey });
  };
  const testNow = () => {
    if (!form.current?.reportValidity()) return;
    reset();
    test.execute({ account, ...readForm(form.current) });
  };
  const fillIn = (baseUrl: string) => {
    if (!address.current) return;
    address.current.value = baseUrl;
    address.current.focus();
  };
  return (
    <form ref={form} onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-5">
        <Field
          label={t("baseUrl")}
          hint={mayCallPrivate ? t("baseUrlHint") : `${t("baseUrlHint")} ${t("private")}`}
          error={problems.baseUrl}
        >
          <Input
            ref={address}
            name="baseUrl"
            type="url"
            required
            maxLength={500}
            defaultValue={config.baseUrl}
            spellCheck={false}
            autoComplete="off"
          />
        </Field>
        {!isReadOnly && (
          <fieldset className="flex flex-wrap items-center gap-1.5">
            <legend className="float-left mr-1.5 text-muted-foreground text-xs">{t("presets")}</legend>
            {MAESTRO_ENDPOINTS.map(({ name, baseUrl }) => (
              <Button key={name} variant="outline" size="sm" onClick={() => fillIn(baseUrl)}>
                {name}
              </Button>
            ))}
          </fieldset>
        )}
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t("model")} hint={t("modelHint")} error={problems.model}>
            <Input
              name="model"
              required
              maxLength={200}
              defaultValue={config.model}
              spellCheck={false}
              autoComplete="off"
            />
          </Field>
          <Field label={t("timeout")} hint={t("timeoutHint")} error={problems.timeoutSeconds}>
            <Input
              name="timeoutSeconds"
              type="number"
              inputMode="numeric"
              required
              min={2}
              max={120}
              defaultValue={config.timeoutSeconds}
            />
          </Field>
        </div>
        <Field label={t("apiKey")} hint={t(KEY_HINTS[key])} error={problems.apiKey}>
          <Input
            ref={typedKey}
            name="apiKey"
            type="password"
            maxLength={500}
            placeholder={key === "stored" ? "••••••••" : undefined}
            autoComplete="new-password"
            spellCheck={false}
          />
        </Field>
      </fieldset>
      <div className="mt-5">
        <MaestroTestResult result={test.result} />
      </div>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={error} label={t("save")}>
        <Button variant="outline" isBusy={test.isPending} onClick={testNow}>
          {t("test")}
        </Button>
        {key !== "none" && (
          <Button variant="ghost" onClick={() => save({}, { removesKey: true })}>
            {t("removeKey")}
          </Button>
        )}
      </SaveBar>
    </form>
  );
}

function readForm(form: HTMLFormElement | null) {
  const given = new FormData(form ?? undefined);
  const text = (name: string) => String(given.get(name) ?? "").trim();
  return {
    baseUrl: text("baseUrl"),
    model: text("model"),
    timeoutSeconds: Number(text("timeoutSeconds")),
    apiKey: text("apiKey"),
  };
}
