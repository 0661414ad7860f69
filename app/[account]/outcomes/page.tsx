import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutcomesScreen } from "@/components/outcomes/outcomes-screen";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/gate";
import { outcomesOf } from "@/lib/outcomes/data";

type OutcomesPageProps = { params: Promise<{ account: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("outcomes");
  return { title: t("title") };
}

export default async function OutcomesPage({ params }: OutcomesPageProps) {
  const { accountId, account } = await accountPage(params, "conversations.reply");
  const t = await getTranslations("outcomes");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <OutcomesScreen account={account.slug} initial={await outcomesOf(accountId, new Date())} />
    </>
  );
}
