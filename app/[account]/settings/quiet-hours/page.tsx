import { getTranslations } from "next-intl/server";
import { QuietHoursForm } from "@/components/settings/quiet-hours-form";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { settingsOf } from "@/lib/settings/data";

export default async function QuietHoursPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const t = await getTranslations("settings.quietHours");
  const { sendingHours, timeZone } = await settingsOf(accountId);
  return (
    <Section title={t("title")} description={t("description", { zone: timeZone })} className="max-w-2xl">
      <QuietHoursForm
        account={account.slug}
        initial={sendingHours}
        isReadOnly={!may(role, "settings.manage")}
      />
    </Section>
  );
}
