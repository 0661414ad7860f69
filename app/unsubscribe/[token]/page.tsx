import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { UnsubscribeCard } from "@/components/unsubscribe/unsubscribe-card";
import { localeOfReader } from "@/lib/locale";
import { unsubscribeLink } from "@/lib/unsubscribe/data";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

/** The address of the page is the key to it: it is passed on to nobody. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unsubscribe");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params;
  const link = await unsubscribeLink(token);
  if (!link) notFound();
  const wanted = (await headers()).get("accept-language");
  const locale = localeOfReader(wanted, link.locale);
  return (
    <UnsubscribeCard
      token={token}
      link={link}
      locale={locale}
      isBack={!link.isUnsubscribed && "again" in (await searchParams)}
    />
  );
}
