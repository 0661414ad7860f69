import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DealsScreen } from "@/components/records/board/deals-screen";
import { fromAddress } from "@/lib/address";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";
import { may } from "@/lib/permissions";
import { dealBoard } from "@/lib/records/board";
import { recordChoices } from "@/lib/records/data";
import { dealFilterSchema } from "@/lib/records/filter";
import { listDeals } from "@/lib/records/lists";
import { settingsOf } from "@/lib/settings/data";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("records.titles");
  return { title: t("deals") };
}

export default async function DealsPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "records.view");
  const asked = await searchParams;
  const filter = fromAddress(dealFilterSchema, asked);
  const isList = asked.view === "list";
  // The board makes the account's pipeline, which the choices then offer.
  const board = await dealBoard(accountId, filter);
  const [page, { owners }, { timeZone, currency }] = await Promise.all([
    isList ? listDeals(accountId, filter, fromAddress(cursorSchema, asked)) : null,
    recordChoices(accountId),
    settingsOf(accountId),
  ]);
  const { pipeline: _, ...narrowing } = filter;
  return (
    <DealsScreen
      account={account.slug}
      initial={board}
      page={page}
      owners={owners}
      isFiltered={Object.values(narrowing).some(Boolean)}
      timeZone={timeZone}
      currency={currency}
      canManage={may(role, "records.manage")}
      canEnroll={may(role, "enrollments.manage")}
    />
  );
}
