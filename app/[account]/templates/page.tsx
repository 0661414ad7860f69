import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TemplatesScreen } from "@/components/templates/templates-screen";
import { fromAddress } from "@/lib/address";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { getTemplateScreen } from "@/lib/templates/data";
import { templateFilterSchema } from "@/lib/templates/schema";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("templates");
  return { title: t("title") };
}

export default async function TemplatesPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "sequences.view");
  const filter = fromAddress(templateFilterSchema, await searchParams);
  const { rows, variables, locale } = await getTemplateScreen(accountId, filter);
  return (
    <TemplatesScreen
      account={account.slug}
      rows={rows}
      filter={filter}
      variables={variables}
      language={locale}
      canManage={may(role, "sequences.manage")}
    />
  );
}
