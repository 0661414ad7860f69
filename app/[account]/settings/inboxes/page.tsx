import { getTranslations } from "next-intl/server";
import { AddInbox } from "@/components/settings/add-inbox";
import { InboxTable } from "@/components/settings/inbox-table";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { standingsOf } from "@/lib/inboxes/standing";
import { may } from "@/lib/permissions";

export default async function InboxesPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const t = await getTranslations("settings.inboxes");
  const standings = await standingsOf(accountId, { now: new Date() });
  const mayManage = may(role, "inboxes.manage");
  return (
    <Section
      title={t("title")}
      description={t("description")}
      actions={mayManage && <AddInbox account={account.slug} />}
    >
      <InboxTable account={account.slug} initial={standings} mayManage={mayManage} />
    </Section>
  );
}
