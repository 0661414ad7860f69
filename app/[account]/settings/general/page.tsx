import { getLocale, getTranslations } from "next-intl/server";
import { GeneralForm } from "@/components/settings/general-form";
import { UnclearForm } from "@/components/settings/unclear-form";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { hasSystemMail } from "@/lib/mailer/send";
import { may } from "@/lib/permissions";
import { countryNames, currencyNames, timeZones } from "@/lib/settings/choices";
import { settingsOf } from "@/lib/settings/data";

export default async function GeneralPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const [t, alerts, locale, settings] = await Promise.all([
    getTranslations("settings.general"),
    getTranslations("alerts.systemMail"),
    getLocale(),
    settingsOf(accountId),
  ]);
  const isReadOnly = !may(role, "settings.manage");
  return (
    <div className="grid max-w-xl gap-10">
      <Section title={t("title")} description={t("description")}>
        <GeneralForm
          account={account.slug}
          settings={settings}
          choices={{
            timeZones: timeZones(),
            countries: countryNames(locale),
            currencies: currencyNames(locale),
          }}
          isReadOnly={isReadOnly}
        />
      </Section>
      <Section title={t("unclear.title")} description={t("unclear.description")}>
        <UnclearForm account={account.slug} hours={settings.unknownAfterHours} isReadOnly={isReadOnly} />
      </Section>
      <Section title={alerts("title")}>
        <p className="text-muted-foreground">{alerts(hasSystemMail() ? "on" : "off")}</p>
      </Section>
    </div>
  );
}
