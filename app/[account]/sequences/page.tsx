import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewSequenceButton } from "@/components/sequences/list/new-sequence-button";
import { SequenceList } from "@/components/sequences/list/sequence-list";
import { StateFilter } from "@/components/sequences/list/state-filter";
import { TagFilter } from "@/components/sequences/list/tag-filter";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { listSequences, listTags } from "@/lib/sequences/data";
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
  const [rows, tags] = await Promise.all([listSequences(accountId, filter), listTags(accountId)]);
  const canManage = may(role, "sequences.manage");
  const isEmpty = rows.length === 0 && filter.status === "current" && filter.tag === null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={canManage && !isEmpty && <NewSequenceButton account={account.slug} />}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 md:px-6">
        <StateFilter account={account.slug} filter={filter} />
        <TagFilter account={account.slug} filter={filter} tags={tags} />
      </div>
      <SequenceList
        key={`${filter.status} ${filter.tag}`}
        account={account.slug}
        filter={filter}
        initialRows={rows}
        canManage={canManage}
      />
    </>
  );
}
