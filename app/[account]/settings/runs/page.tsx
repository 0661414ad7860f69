import { getTranslations } from "next-intl/server";
import { RunsScreen } from "@/components/settings/runs-screen";
import { Section } from "@/components/ui/section";
import { runsOf } from "@/lib/executor/data";
import { runPageSchema } from "@/lib/executor/schema";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";

type RunsPageProps = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RunsPage({ params, searchParams }: RunsPageProps) {
  const { accountId, account, role } = await accountPage(params, "executor.view");
  const t = await getTranslations("settings.runs");
  const page = runPageSchema.parse(await searchParams);
  const list = await runsOf(accountId, page);
  return (
    <Section title={t("title")} description={t("description")}>
      <RunsScreen
        key={`${page.status}-${page.before}`}
        account={account.slug}
        page={page}
        initial={list}
        mayManage={may(role, "executor.manage")}
      />
    </Section>
  );
}
