import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogScreen } from "@/components/automation/log-screen";
import { fromAddress } from "@/lib/address";
import { listNames } from "@/lib/automation/data";
import { listRuleRuns } from "@/lib/automation/run-log";
import { runFilterSchema } from "@/lib/automation/schema";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automation.tabs");
  return { title: t("log") };
}

export default async function LogPage({ params, searchParams }: Props) {
  const { accountId, account, userId } = await accountPage(params, "automation.view");
  const asked = await searchParams;
  const filter = fromAddress(runFilterSchema, asked);
  const [page, names] = await Promise.all([
    listRuleRuns(accountId, filter, fromAddress(cursorSchema, asked)),
    listNames(accountId, userId),
  ]);
  return <LogScreen account={account.slug} {...{ page, filter, ...names }} />;
}
