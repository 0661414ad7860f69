import { formatInTimeZone } from "date-fns-tz";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChargesScreen } from "@/components/records/charges-screen";
import { fromAddress } from "@/lib/address";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";
import { may } from "@/lib/permissions";
import { recordChoices } from "@/lib/records/data";
import { chargeFilterSchema } from "@/lib/records/filter";
import { listCharges } from "@/lib/records/lists";
import { settingsOf } from "@/lib/settings/data";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("records.titles");
  return { title: t("charges") };
}

export default async function ChargesPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "records.view");
  const asked = await searchParams;
  const filter = fromAddress(chargeFilterSchema, asked);
  const cursor = fromAddress(cursorSchema, asked);
  const { timeZone, currency } = await settingsOf(accountId);
  const today = formatInTimeZone(new Date(), timeZone, "yyyy-MM-dd");
  const [page, { owners }] = await Promise.all([
    listCharges(accountId, filter, { cursor, today }),
    recordChoices(accountId),
  ]);
  return (
    <ChargesScreen
      account={account.slug}
      page={page}
      owners={owners}
      isFiltered={Object.values(filter).some(Boolean)}
      timeZone={timeZone}
      currency={currency}
      canManage={may(role, "records.manage")}
      canEnroll={may(role, "enrollments.manage")}
    />
  );
}
