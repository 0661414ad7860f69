import { getTranslations } from "next-intl/server";
import { DigestForm } from "@/components/settings/digest-form";
import { NotificationForm } from "@/components/settings/notification-form";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { hasSystemMail } from "@/lib/mailer/send";
import { preferencesOf } from "@/lib/notifications/data";
import { may } from "@/lib/permissions";
import { digestOf } from "@/lib/report-digests/data";
import { reportChoices } from "@/lib/reports/choices";
import { settingsOf } from "@/lib/settings/data";

export default async function NotificationSettingsPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, userId, person, role } = await accountPage(params, "sequences.view");
  const [t, digests, preferences, { timeZone }, digest, { sequences }] = await Promise.all([
    getTranslations("notifications.settings"),
    getTranslations("digests.settings"),
    preferencesOf(accountId, userId),
    settingsOf(accountId),
    digestOf(accountId, userId),
    reportChoices(accountId),
  ]);
  return (
    <>
      <Section title={t("title")} description={t("text")} className="max-w-2xl">
        <NotificationForm
          account={account.slug}
          preferences={preferences}
          timeZone={timeZone}
          email={hasSystemMail() ? person.email : null}
        />
      </Section>
      {may(role, "reports.view") && (
        <Section
          title={digests("title")}
          description={digests("text", { zone: timeZone })}
          className="mt-10 max-w-2xl border-t pt-8"
        >
          <DigestForm
            account={account.slug}
            digest={digest}
            sequences={sequences}
            isMailOn={hasSystemMail()}
          />
        </Section>
      )}
    </>
  );
}
