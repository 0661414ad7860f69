import { getTranslations } from "next-intl/server";
import { AddInbox } from "@/components/settings/add-inbox";
import { InboxTable } from "@/components/settings/inbox-table";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { inboxesOf } from "@/lib/inboxes/data";
import { may } from "@/lib/permissions";

export default async function InboxesPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const t = await getTranslations("settings.inboxes");
  const inboxes = await inboxesOf(accountId);
  const mayManage = may(role, "inboxes.manage");
  return (
    <Section
      title={t("title")}
      description={t("description")}
      actions={mayManage && <AddInbox account={account.slug} />}
    >
      <InboxTable account={account.slug} inboxes={inboxes} mayManage={mayManage} />
    </Section>
  );
}
