import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { BanRisk } from "@/components/settings/ban-risk";
import { HsmTemplates } from "@/components/settings/hsm-templates";
import { InboxForm } from "@/components/settings/inbox-form";
import { InboxNow } from "@/components/settings/inbox-now";
import { MailboxState } from "@/components/settings/mailbox-state";
import { RemoveInbox } from "@/components/settings/remove-inbox";
import { WebhookBox } from "@/components/settings/webhook-box";
import { Crumb } from "@/components/shell/crumb";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { listHsmTemplates } from "@/lib/hsm-templates/data";
import { inboxOf } from "@/lib/inboxes/data";
import { standingsOf } from "@/lib/inboxes/standing";
import { mailboxStanding } from "@/lib/mailboxes/data";

type InboxPageProps = { params: Promise<{ account: string; inbox: string }> };

export default async function InboxPage({ params }: InboxPageProps) {
  const { accountId, account } = await accountPage(params, "inboxes.manage");
  const { inbox: id } = await params;
  const inbox = z.uuid().safeParse(id).success ? await inboxOf(accountId, id) : null;
  if (!inbox) notFound();
  const t = await getTranslations("settings.inboxes");
  const standings = await standingsOf(accountId, { id, now: new Date() });
  const mailbox = await mailboxStanding(accountId, { id, now: new Date() });
  const { webhook, hasTemplates, ...shown } = inbox;
  const templates = hasTemplates ? await listHsmTemplates(accountId) : [];
  return (
    <div className="grid max-w-xl gap-10">
      <Crumb>{inbox.name}</Crumb>
      <InboxNow
        account={account.slug}
        inboxId={inbox.id}
        initial={standings}
        mayTest={inbox.provider !== "sandbox"}
      />
      {mailbox && <MailboxState standing={mailbox} timeZone={standings.timeZone} />}
      <Section title={t("settingsSection")} className="gap-5">
        {inbox.hasBanRisk && <BanRisk />}
        <InboxForm account={account.slug} provider={inbox.provider} inbox={shown} />
      </Section>
      {webhook && <WebhookBox provider={inbox.provider} webhook={webhook} />}
      {hasTemplates && (
        <HsmTemplates
          account={account.slug}
          inboxId={inbox.id}
          initial={templates}
          needsAccountId={inbox.provider === "whatsapp_cloud" && !inbox.config.businessAccountId}
        />
      )}
      <Section title={t("removeSection")} description={t("removeText")}>
        <div>
          <RemoveInbox account={account.slug} inbox={shown} />
        </div>
      </Section>
    </div>
  );
}
