import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { TimelineScreen } from "@/components/enrollments/timeline-page";
import { runTimeline } from "@/lib/enrollments/timeline";
import { AppError } from "@/lib/errors";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";

type Props = { params: Promise<{ account: string; enrollment: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrollments");
  return { title: t("timeline.title") };
}

export default async function EnrollmentPage({ params }: Props) {
  const { accountId, account, role } = await accountPage(params, "enrollments.view");
  const id = z.uuid().safeParse((await params).enrollment);
  if (!id.success) notFound();
  const timeline = await runTimeline(accountId, id.data, new Date()).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  return (
    <TimelineScreen account={account.slug} initial={timeline} canManage={may(role, "enrollments.manage")} />
  );
}
