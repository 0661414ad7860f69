import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { accountFrame } from "@/lib/gate";

type SettingsLayoutProps = { children: ReactNode; params: Promise<{ account: string }> };

export default async function SettingsLayout({ children, params }: SettingsLayoutProps) {
  const { account, role } = await accountFrame(params);
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader title={t("title")} className="pb-1" />
      <SettingsTabs account={account.slug} role={role} />
      <div className="px-4 py-6 md:px-6">{children}</div>
    </>
  );
}
