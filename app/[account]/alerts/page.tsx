import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AlertsScreen } from "@/components/alerts/alerts-screen";
import { PageHeader } from "@/components/ui/page-header";
import { openAlerts } from "@/lib/alerts/data";
import { accountPage } from "@/lib/gate";
import { hasSystemMail } from "@/lib/mailer/send";
import { may } from "@/lib/permissions";

type AlertsPageProps = { params: Promise<{ account: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("alerts");
  return { title: t("title") };
}

export default async function AlertsPage({ params }: AlertsPageProps) {
  const { accountId, account, role } = await accountPage(params, "sequences.manage");
  const t = await getTranslations("alerts");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <AlertsScreen
        account={account.slug}
        initial={await openAlerts(accountId)}
        mayResume={may(role, "inboxes.manage")}
        isMailed={hasSystemMail()}
      />
    </>
  );
}
