import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InboxForm } from "@/components/settings/inbox-form";
import { Crumb } from "@/components/shell/crumb";
import { Section } from "@/components/ui/section";
import { PROVIDERS } from "@/lib/core/model-inboxes";
import { accountPage } from "@/lib/gate";
import { hasBanRisk } from "@/lib/inboxes/data";

type NewInboxPageProps = {
  params: Promise<{ account: string }>;
  searchParams: Promise<{ provider?: string }>;
};

export default async function NewInboxPage({ params, searchParams }: NewInboxPageProps) {
  const { account } = await accountPage(params, "inboxes.manage");
  const wanted = (await searchParams).provider;
  const provider = PROVIDERS.find((each) => each === wanted);
  if (!provider) notFound();
  const t = await getTranslations("settings.inboxes");
  const words = await getTranslations("status.provider");
  return (
    <Section title={words(provider)} description={t(`about.${provider}`)} className="max-w-xl gap-5">
      <Crumb>{t("add")}</Crumb>
      <InboxForm account={account.slug} provider={provider} hasBanRisk={hasBanRisk(provider)} />
    </Section>
  );
}
