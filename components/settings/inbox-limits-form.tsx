"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { InboxLimits } from "@/lib/core/model-inboxes";
import { limitInboxAction } from "@/lib/inboxes/actions";
import { limitOf } from "./limit-of";
import { useSavedToast } from "./use-saved-toast";

type InboxLimitsFormProps = {
  account: string;
  inbox: { id: string; name: string; limits: InboxLimits };
  isReadOnly: boolean;
};

const FIELDS = [
  { name: "perMinute", max: 100_000 },
  { name: "perHour", max: 1_000_000 },
  { name: "perDay", max: 10_000_000 },
] as const;

/** How much one inbox sends. An empty field is no limit. */
export function InboxLimitsForm({ account, inbox, isReadOnly }: InboxLimitsFormProps) {
  const t = useTranslations();
  const { execute, result, isPending } = useAction(limitInboxAction, { onSuccess: useSavedToast() });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [perMinute, perHour, perDay] = FIELDS.map(({ name }) => limitOf(form.get(name)));
    execute({
      account,
      id: inbox.id,
      limits: { perMinute: perMinute ?? null, perHour: perHour ?? null, perDay: perDay ?? null },
    });
  };
  return (
    <form onSubmit={submit} className="border-b py-4 last:border-b-0">
      <fieldset disabled={isReadOnly} className="flex flex-wrap items-end gap-3">
        <legend className="mb-2 font-medium">{inbox.name}</legend>
        {FIELDS.map(({ name, max }) => (
          <Field key={name} label={t(`settings.limits.${name}Inbox`)} className="w-32">
            <Input
              name={name}
              type="number"
              inputMode="numeric"
              min={1}
              max={max}
              defaultValue={inbox.limits[name] ?? ""}
              placeholder={t("settings.limits.none")}
            />
          </Field>
        ))}
        {!isReadOnly && (
          <Button
            type="submit"
            variant="outline"
            isBusy={isPending}
            aria-label={t("settings.limits.saveOf", { name: inbox.name })}
          >
            {t("common.save")}
          </Button>
        )}
      </fieldset>
      <FieldError>{result.serverError?.message}</FieldError>
    </form>
  );
}
