import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RulesScreen } from "@/components/automation/rules-screen";
import { automationOptions, listRules } from "@/lib/automation/data";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";

type Props = { params: Promise<{ account: string }>; searchParams: Promise<{ archived?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automation");
  return { title: t("title") };
}

export default async function RulesPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "automation.view");
  const isArchived = (await searchParams).archived === "1";
  const [rows, options] = await Promise.all([
    listRules(accountId, { isArchived, now: new Date() }),
    automationOptions(accountId, { canManage: false }),
  ]);
  return (
    <RulesScreen
      {...{ rows, options, isArchived }}
      account={account.slug}
      canManage={may(role, "automation.manage")}
    />
  );
}
