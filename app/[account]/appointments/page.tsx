import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppointmentsScreen } from "@/components/records/appointments-screen";
import { fromAddress } from "@/lib/address";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";
import { may } from "@/lib/permissions";
import { recordChoices } from "@/lib/records/data";
import { appointmentFilterSchema } from "@/lib/records/filter";
import { listAppointments } from "@/lib/records/lists";
import { settingsOf } from "@/lib/settings/data";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("records.titles");
  return { title: t("appointments") };
}

export default async function AppointmentsPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "records.view");
  const asked = await searchParams;
  const filter = fromAddress(appointmentFilterSchema, asked);
  const cursor = fromAddress(cursorSchema, asked);
  const [page, { owners }, { timeZone, currency }] = await Promise.all([
    listAppointments(accountId, filter, { cursor, now: new Date() }),
    recordChoices(accountId),
    settingsOf(accountId),
  ]);
  const { when: _, ...narrowing } = filter;
  return (
    <AppointmentsScreen
      account={account.slug}
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
