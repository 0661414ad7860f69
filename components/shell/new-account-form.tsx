"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createAccountAction } from "@/lib/accounts/actions";
import { browserZone } from "./browser-zone";

export function NewAccountForm() {
  const t = useTranslations("auth");
  const router = useRouter();
  const { executeAsync, result, isPending } = useAction(createAccountAction);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const created = await executeAsync({ name: String(form.get("account")), timeZone: browserZone() });
    if (created.data) router.replace(`/${created.data.slug}/overview`);
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Field
        label={t("accountName")}
        hint={t("accountHint")}
        error={result.validationErrors?.fieldErrors.name}
      >
        <Input name="account" autoComplete="organization" required maxLength={80} />
      </Field>
      <FieldError>{result.serverError?.message}</FieldError>
      <Button type="submit" size="lg" isBusy={isPending}>
        {t("createAccount")}
      </Button>
    </form>
  );
}
