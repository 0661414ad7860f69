import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { EnrollmentsScreen } from "@/components/enrollments/enrollments-screen";
import { fromAddress } from "@/lib/address";
import { listEnrollments, sequenceOptions } from "@/lib/enrollments/data";
import { enrollmentFilterSchema } from "@/lib/enrollments/schema";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";
import { may } from "@/lib/permissions";
import { listSegments } from "@/lib/segments/data";
import { settingsOf } from "@/lib/settings/data";

const viewSchema = z.enum(["runs", "refused", "bulk"]);

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrollments");
  return { title: t("title") };
}

export default async function EnrollmentsPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "enrollments.view");
  const asked = await searchParams;
  const [page, sequences, segments, { timeZone }] = await Promise.all([
    listEnrollments(accountId, fromAddress(enrollmentFilterSchema, asked), fromAddress(cursorSchema, asked)),
    sequenceOptions(accountId),
    listSegments(accountId),
    settingsOf(accountId),
  ]);
  return (
    <EnrollmentsScreen
      account={account.slug}
      initial={page}
      sequences={sequences}
      segments={segments.map(({ id, name }) => ({ id, name }))}
      timeZone={timeZone}
      canManage={may(role, "enrollments.manage")}
      canBulk={may(role, "enrollments.bulk")}
      view={viewSchema.catch("runs").parse(asked.view)}
    />
  );
}
