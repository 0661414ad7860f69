import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FrontDoor } from "@/components/shell/front-door";
import { SignUpForm } from "@/components/shell/sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signUp") };
}

export default async function SignUpPage() {
  const t = await getTranslations("auth");
  return (
    <FrontDoor title={t("signUpTitle")} intro={t("signUpIntro")}>
      <SignUpForm />
    </FrontDoor>
  );
}
