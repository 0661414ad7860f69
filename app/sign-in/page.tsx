import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FrontDoor } from "@/components/shell/front-door";
import { SignInForm } from "@/components/shell/sign-in-form";
import { currentSession } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signIn") };
}

export default async function SignInPage() {
  if (await currentSession()) redirect("/");
  const t = await getTranslations("auth");
  return (
    <FrontDoor title={t("signInTitle")} intro={t("signInIntro")}>
      <SignInForm />
    </FrontDoor>
  );
}
