import { getTranslations } from "next-intl/server";
import { MaestroConnection } from "@/components/settings/maestro-connection";
import { MaestroCost } from "@/components/settings/maestro-cost";
import { MaestroSwitch } from "@/components/settings/maestro-switch";
import { MaestroTold } from "@/components/settings/maestro-told";
import { MaestroVoice } from "@/components/settings/maestro-voice";
import { MaestroWork } from "@/components/settings/maestro-work";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { accountPage } from "@/lib/gate";
import { maestroOf } from "@/lib/maestro-settings/data";
import { may } from "@/lib/permissions";

export default async function MaestroPage({ params }: { params: Promise<{ account: string }> }) {
  const { accountId, account, role } = await accountPage(params, "settings.view");
  const [t, maestro] = await Promise.all([getTranslations("maestro"), maestroOf(accountId)]);
  const shared = { account: account.slug, isReadOnly: !may(role, "settings.manage") };
  return (
    <div className="grid max-w-xl gap-10">
      <Section title={t("title")} description={t("description")}>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <MaestroSwitch {...shared} isOn={maestro.isOn} />
          <Button asChild variant="outline" size="sm">
            <Link href={`/${account.slug}/settings/maestro/use`}>{t("use.open")}</Link>
          </Button>
        </div>
      </Section>
      <Section title={t("connection.title")} description={t("connection.description")}>
        <MaestroConnection {...shared} maestro={maestro} />
      </Section>
      <Section title={t("cost.title")} description={t("cost.description")}>
        <MaestroCost {...shared} config={maestro.config} />
      </Section>
      <Section title={t("voice.title")} description={t("voice.description")}>
        <MaestroVoice {...shared} config={maestro.config} />
      </Section>
      <Section title={t("work.title")}>
        <MaestroWork {...shared} maestro={maestro} />
      </Section>
      <Section title={t("told.title")} description={t("told.description")}>
        <MaestroTold />
      </Section>
    </div>
  );
}
