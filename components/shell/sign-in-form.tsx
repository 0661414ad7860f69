"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { authClient } from "@/lib/auth-client";
import { signInProblem } from "./sign-in-problem";

export function SignInForm() {
  const t = useTranslations("auth");
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setProblem(null);
    const { error } = await authClient.signIn.email({
      email: String(form.get("email")),
      password: String(form.get("password")),
    });
    if (!error) {
      router.replace("/");
      router.refresh();
      return;
    }
    setProblem(signInProblem(error));
    setIsBusy(false);
  };

  return (
    // `post` keeps the password out of the address when the form is sent before the script has loaded.
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Field label={t("email")}>
        <Input name="email" type="email" autoComplete="username" required />
      </Field>
      <Field label={t("password")}>
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <FieldError>{problem && t(`problems.${problem}`)}</FieldError>
      <Button type="submit" size="lg" isBusy={isBusy}>
        {t("signIn")}
      </Button>
      <p className="text-muted-foreground">
        {t("noAccount")}{" "}
        <Link href="/sign-up" className="link">
          {t("signUp")}
        </Link>
      </p>
    </form>
  );
}
