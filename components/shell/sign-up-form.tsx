"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { createAccountAction } from "@/lib/accounts/actions";
import { authClient } from "@/lib/auth-client";
import { browserZone } from "./browser-zone";
import { signInProblem } from "./sign-in-problem";

const MIN_PASSWORD = 8;

/** Makes the person and then their account; whoever leaves in between is asked for the account at the next sign-in. */
export function SignUpForm() {
  const t = useTranslations("auth");
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name));
    setIsBusy(true);
    setProblem(null);
    const person = { name: text("name"), email: text("email"), password: text("password") };
    const { error } = await authClient.signUp.email(person);
    if (error) {
      setProblem(signInProblem(error));
      setIsBusy(false);
      return;
    }
    const created = await createAccountAction({ name: text("account"), timeZone: browserZone() });
    router.replace(created.data ? `/${created.data.slug}/overview` : "/new-account");
    router.refresh();
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Field label={t("name")}>
        <Input name="name" autoComplete="name" required maxLength={80} />
      </Field>
      <Field label={t("email")}>
        <Input name="email" type="email" autoComplete="username" required />
      </Field>
      <Field label={t("password")} hint={t("passwordHint", { min: MIN_PASSWORD })}>
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={MIN_PASSWORD}
        />
      </Field>
      <Field label={t("accountName")} hint={t("accountHint")}>
        <Input name="account" autoComplete="organization" required maxLength={80} />
      </Field>
      <FieldError>{problem && t(`problems.${problem}`)}</FieldError>
      <Button type="submit" size="lg" isBusy={isBusy}>
        {t("createAccount")}
      </Button>
      <p className="text-muted-foreground">
        {t("haveAccount")}{" "}
        <Link href="/sign-in" className="link">
          {t("signIn")}
        </Link>
      </p>
    </form>
  );
}
