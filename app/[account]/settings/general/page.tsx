import { getLocale, getTranslations } from "next-intl/server";
import { GeneralForm } from "@/components/settings/general-form";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { countryNames, currencyNames, timeZones } from "@/lib/settings/choices";
import { settingsOf } from "@/lib/settings/data";

export default async function GeneralPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const [t, locale, settings] = await Promise.all([
    getTranslations("settings.general"),
    getLocale(),
    settingsOf(accountId),
  ]);
  return (
    <Section title={t("title")} description={t("description")} className="max-w-xl">
      <GeneralForm
        account={account.slug}
        settings={settings}
        choices={{
          timeZones: timeZones(),
          countries: countryNames(locale),
          currencies: currencyNames(locale),
        }}
        isReadOnly={!may(role, "settings.manage")}
      />
    </Section>
  );
}
