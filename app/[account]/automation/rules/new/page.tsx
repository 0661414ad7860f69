import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleEditor } from "@/components/automation/rule-editor";
import { automationOptions } from "@/lib/automation/data";
import { accountPage } from "@/lib/gate";

type Props = { params: Promise<{ account: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automation.editor");
  return { title: t("newTitle") };
}

export default async function NewRulePage({ params }: Props) {
  const { accountId, account } = await accountPage(params, "automation.manage");
  const options = await automationOptions(accountId, { canManage: true });
  return <RuleEditor account={account.slug} rule={null} options={options} canManage />;
}
