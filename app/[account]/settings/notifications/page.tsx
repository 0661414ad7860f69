import { getTranslations } from "next-intl/server";
import { NotificationForm } from "@/components/settings/notification-form";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { hasSystemMail } from "@/lib/mailer/send";
import { preferencesOf } from "@/lib/notifications/data";
import { settingsOf } from "@/lib/settings/data";

export default async function NotificationSettingsPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, userId, person } = await accountPage(params, "sequences.view");
  const [t, preferences, { timeZone }] = await Promise.all([
    getTranslations("notifications.settings"),
    preferencesOf(accountId, userId),
    settingsOf(accountId),
  ]);
  return (
    <Section title={t("title")} description={t("text")} className="max-w-2xl">
      <NotificationForm
        account={account.slug}
        preferences={preferences}
        timeZone={timeZone}
        email={hasSystemMail() ? person.email : null}
      />
    </Section>
  );
}
