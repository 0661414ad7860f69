import { ChevronLeft } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { MaestroCall } from "@/components/settings/maestro-call";
import { MaestroCalls } from "@/components/settings/maestro-calls";
import { MaestroTotals } from "@/components/settings/maestro-totals";
import { Crumb } from "@/components/shell/crumb";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { fromAddress } from "@/lib/address";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";
import { aiCallOf, aiTotals, listAiCalls } from "@/lib/maestro-settings/ai-use";
import { maestroOf } from "@/lib/maestro-settings/data";
import { aiUseSchema, openCallSchema } from "@/lib/maestro-settings/schema";
import { may } from "@/lib/permissions";

type AiUsePageProps = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AiUsePage({ params, searchParams }: AiUsePageProps) {
  const { accountId, account, role } = await accountPage(params, "reports.view");
  const asked = await searchParams;
  const filter = fromAddress(aiUseSchema, asked);
  const { call: openId } = fromAddress(openCallSchema, asked);
  const [t, maestro, totals, page, open] = await Promise.all([
    getTranslations("maestro.use"),
    maestroOf(accountId),
    aiTotals(accountId, new Date()),
    listAiCalls(accountId, filter, fromAddress(cursorSchema, asked)),
    openId ? aiCallOf(accountId, openId) : null,
  ]);
  return (
    <div className="grid grid-cols-1 gap-6">
      <Crumb>{t("title")}</Crumb>
      {may(role, "settings.view") && (
        <Link
          href={`/${account.slug}/settings/maestro`}
          className="link -ml-1 flex w-fit items-center rounded-sm"
        >
          <ChevronLeft aria-hidden className="size-4" /> {t("back")}
        </Link>
      )}
      <Section title={t("title")} description={t("description")} className="max-w-xl gap-5">
        <MaestroTotals totals={totals} dailyBudget={maestro.config.dailyBudget} />
      </Section>
      <MaestroCalls account={account.slug} page={page} filter={filter} timeZone={totals.zone} />
      {open && <MaestroCall account={account.slug} call={open} timeZone={totals.zone} />}
    </div>
  );
}
