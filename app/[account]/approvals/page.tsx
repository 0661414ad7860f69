import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApprovalsScreen } from "@/components/approvals/approvals-screen";
import { suggestionCounts } from "@/lib/ai-enrollment/data";
import { draftChoices, draftCounts, isMaestroOn, listDrafts } from "@/lib/approvals/data";
import { draftFilterSchema } from "@/lib/approvals/schema";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("approvals");
  return { title: t("title") };
}

export default async function ApprovalsPage({ params, searchParams }: Props) {
  const { accountId, account, role, userId } = await accountPage(params, "approvals.decide");
  const filter = draftFilterSchema.parse(await searchParams);
  const now = new Date();
  const [initial, counts, choices, isOn, suggestions] = await Promise.all([
    listDrafts(accountId, { filter, userId, now }),
    draftCounts(accountId, { userId, now }),
    draftChoices(accountId),
    isMaestroOn(accountId),
    suggestionCounts(accountId, now),
  ]);
  return (
    <ApprovalsScreen
      account={account.slug}
      initial={initial}
      suggestions={suggestions}
      counts={counts}
      choices={choices}
      userId={userId}
      isMaestroOn={isOn}
      maySetUp={may(role, "settings.manage")}
    />
  );
}
