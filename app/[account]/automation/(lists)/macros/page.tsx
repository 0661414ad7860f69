import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MacrosScreen } from "@/components/automation/macros-screen";
import { automationOptions, listMacros } from "@/lib/automation/data";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";

type Props = { params: Promise<{ account: string }>; searchParams: Promise<{ archived?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automation.tabs");
  return { title: t("macros") };
}

export default async function MacrosPage({ params, searchParams }: Props) {
  const { accountId, account, userId, role } = await accountPage(params, "automation.view");
  const isArchived = (await searchParams).archived === "1";
  const canManage = may(role, "automation.manage");
  const [rows, options] = await Promise.all([
    listMacros(accountId, { userId, isArchived }),
    automationOptions(accountId, { canManage }),
  ]);
  return (
    <MacrosScreen
      account={account.slug}
      {...{ rows, options, isArchived, canManage }}
      canWrite={may(role, "conversations.reply")}
    />
  );
}
