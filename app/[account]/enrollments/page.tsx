import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { EnrollmentsScreen } from "@/components/enrollments/enrollments-screen";
import { listEnrollments, sequenceOptions } from "@/lib/enrollments/data";
import { enrollmentFilterSchema, enrollmentPlaceSchema } from "@/lib/enrollments/schema";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { listSegments } from "@/lib/segments/data";
import { settingsOf } from "@/lib/settings/data";
import { listViews } from "@/lib/views/data";

/** Empty parts of an address ask for nothing. A page of the list that is not the first is read by the screen itself. */
const askedSchema = z.object({
  ...enrollmentFilterSchema.shape,
  ...enrollmentPlaceSchema.pick({ sort: true, order: true }).shape,
});

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrollments");
  return { title: t("title") };
}

export default async function EnrollmentsPage({ params, searchParams }: Props) {
  const { accountId, account, person, role } = await accountPage(params, "enrollments.view");
  const { view, ...address } = await searchParams;
  const asked = askedSchema.safeParse(withoutEmpty(address));
  const mayManage = may(role, "enrollments.manage");
  const [page, sequences, segments, views, { timeZone }] = await Promise.all([
    !view && asked.success ? listEnrollments(accountId, asked.data, asked.data) : null,
    sequenceOptions(accountId),
    listSegments(accountId),
    listViews(accountId, { userId: person.id, mayShare: mayManage }),
    settingsOf(accountId),
  ]);
  return (
    <EnrollmentsScreen
      account={account.slug}
      userId={person.id}
      initial={page}
      sequences={sequences}
      segments={segments.map(({ id, name }) => ({ id, name }))}
      views={views}
      timeZone={timeZone}
      canManage={mayManage}
      canBulk={may(role, "enrollments.bulk")}
    />
  );
}

const withoutEmpty = (address: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(address).flatMap(([name, value]) => {
      const text = [value].flat()[0]?.trim();
      return text ? [[name, text]] : [];
    }),
  );
