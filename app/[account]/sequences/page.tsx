import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewSequenceButton } from "@/components/sequences/list/new-sequence-button";
import { SequenceList } from "@/components/sequences/list/sequence-list";
import { StateFilter } from "@/components/sequences/list/state-filter";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { listSequences } from "@/lib/sequences/data";
import { listFilterSchema } from "@/lib/sequences/schema";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sequences");
  return { title: t("title") };
}

export default async function SequencesPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "sequences.view");
  const t = await getTranslations("sequences");
  const filter = listFilterSchema.parse(await searchParams);
  const rows = await listSequences(accountId, filter);
  const canManage = may(role, "sequences.manage");
  const isEmpty = rows.length === 0 && filter.status === "current";
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={canManage && !isEmpty && <NewSequenceButton account={account.slug} />}
      />
      <StateFilter account={account.slug} filter={filter} />
      <SequenceList
        key={filter.status}
        account={account.slug}
        filter={filter}
        initialRows={rows}
        canManage={canManage}
      />
    </>
  );
}
