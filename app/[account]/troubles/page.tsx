import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RepairList } from "@/components/troubles/repair-list";
import { rightsOf } from "@/components/troubles/rights";
import { TroublesScreen } from "@/components/troubles/troubles-screen";
import { PageHeader } from "@/components/ui/page-header";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { accountPage } from "@/lib/gate";
import { settingsOf } from "@/lib/settings/data";
import { repairsOf, troublesOf } from "@/lib/troubles/data";

type TroublesPageProps = { params: Promise<{ account: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("troubles");
  return { title: t("title") };
}

export default async function TroublesPage({ params }: TroublesPageProps) {
  const { accountId, account, role } = await accountPage(params, "reports.view");
  const t = await getTranslations("troubles");
  const now = new Date();
  const [troubles, repairs, { timeZone }] = await Promise.all([
    troublesOf(accountId, now),
    repairsOf(accountId),
    settingsOf(accountId),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-[1000px] gap-8 px-4 md:px-6">
        <TroublesScreen
          account={account.slug}
          initial={troubles}
          rights={rightsOf(role)}
          today={isoDateOf(toLocalMs(now.getTime(), timeZone))}
        />
        <RepairList repairs={repairs} />
      </div>
    </>
  );
}
