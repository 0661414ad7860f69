import { getTranslations } from "next-intl/server";
import { FrontDoor } from "@/components/shell/front-door";
import { NewAccountForm } from "@/components/shell/new-account-form";
import { signedIn } from "@/lib/gate";

export default async function NewAccountPage() {
  await signedIn();
  const t = await getTranslations("auth");
  return (
    <FrontDoor title={t("newAccountTitle")} intro={t("newAccountIntro")}>
      <NewAccountForm />
    </FrontDoor>
  );
}
