import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OverviewScreen } from "@/components/overview/overview-screen";
import { rightsOf } from "@/components/troubles/rights";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/gate";
import { overviewOf } from "@/lib/overview/data";

type OverviewPageProps = { params: Promise<{ account: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.sections");
  return { title: t("overview") };
}

export default async function OverviewPage({ params }: OverviewPageProps) {
  const { accountId, account, role, userId } = await accountPage(params, "reports.view");
  const t = await getTranslations("overview");
  const overview = await overviewOf(accountId, new Date(), userId);
  return (
    <>
      <PageHeader title={t("title")} />
      <OverviewScreen account={account.slug} initial={overview} rights={rightsOf(role)} />
    </>
  );
}
