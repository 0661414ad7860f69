import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AutomationTabs } from "@/components/automation/automation-tabs";
import { PageHeader } from "@/components/ui/page-header";

type AutomationLayoutProps = { children: ReactNode; params: Promise<{ account: string }> };

export default async function AutomationLayout({ children, params }: AutomationLayoutProps) {
  const { account } = await params;
  const t = await getTranslations("automation");
  return (
    <>
      <PageHeader title={t("title")} className="pb-1" />
      <AutomationTabs account={account} />
      {children}
    </>
  );
}
