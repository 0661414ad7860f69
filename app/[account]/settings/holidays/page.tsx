import { getTranslations } from "next-intl/server";
import { HolidaysForm } from "@/components/settings/holidays-form";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { settingsOf } from "@/lib/settings/data";

export default async function HolidaysPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const t = await getTranslations("settings.holidays");
  const { holidays } = await settingsOf(accountId);
  return (
    <Section title={t("title")} description={t("description")} className="max-w-xl">
      <HolidaysForm account={account.slug} initial={holidays} isReadOnly={!may(role, "settings.manage")} />
    </Section>
  );
}
