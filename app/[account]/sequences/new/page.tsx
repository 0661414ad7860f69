import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GalleryScreen } from "@/components/sequences/new/gallery-screen";
import { Crumb } from "@/components/shell/crumb";
import { PageHeader } from "@/components/ui/page-header";
import { loadGallery } from "@/lib/gallery/data";
import { accountPage } from "@/lib/gate";
import { isLocale } from "@/lib/locale";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<{ start?: string; language?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("gallery");
  return { title: t("title") };
}

export default async function NewSequencePage({ params, searchParams }: Props) {
  const { accountId, account } = await accountPage(params, "sequences.manage");
  const t = await getTranslations("gallery");
  const { start, language } = await searchParams;
  const { entries, locale } = await loadGallery(accountId, new Date());
  return (
    <>
      <Crumb>{t("title")}</Crumb>
      <PageHeader title={t("title")} description={t("description")} />
      <GalleryScreen
        account={account.slug}
        entries={entries}
        chosenId={entries.find(({ id }) => id === start)?.id ?? null}
        language={isLocale(language) ? language : locale}
      />
    </>
  );
}
