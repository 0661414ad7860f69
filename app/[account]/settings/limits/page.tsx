import { getTranslations } from "next-intl/server";
import { InboxLimitsForm } from "@/components/settings/inbox-limits-form";
import { LimitsForm } from "@/components/settings/limits-form";
import { RunRulesForm } from "@/components/settings/run-rules-form";
import { Section } from "@/components/ui/section";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { accountPage } from "@/lib/gate";
import { inboxLimitsOf } from "@/lib/inboxes/limits";
import { standingsOf } from "@/lib/inboxes/standing";
import { may } from "@/lib/permissions";
import { settingsOf } from "@/lib/settings/data";

export default async function LimitsPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const t = await getTranslations("settings.limits");
  const tRules = await getTranslations("settings.runRules");
  const isReadOnly = !may(role, "settings.manage");
  const now = new Date();
  const [settings, inboxes, standings] = await Promise.all([
    settingsOf(accountId),
    inboxLimitsOf(accountId),
    standingsOf(accountId, { now }),
  ]);
  const { timeZone } = standings;
  const today = isoDateOf(toLocalMs(now.getTime(), timeZone));
  return (
    <div className="grid max-w-2xl gap-10">
      <Section title={t("contacts")} description={t("contactsText")}>
        <LimitsForm account={account.slug} limits={settings.limits} isReadOnly={isReadOnly} />
      </Section>
      <Section title={tRules("title")} description={tRules("text")}>
        <RunRulesForm account={account.slug} settings={settings} isReadOnly={isReadOnly} />
      </Section>
      <Section title={t("inboxes")} description={t("inboxesText")}>
        <div>
          {inboxes.map((inbox) => (
            <InboxLimitsForm
              key={inbox.id}
              account={account.slug}
              inbox={inbox}
              standing={standings.inboxes.find(({ id }) => id === inbox.id)}
              timeZone={timeZone}
              today={today}
              isReadOnly={!may(role, "inboxes.manage")}
            />
          ))}
        </div>
      </Section>
    </div>
  );
}
