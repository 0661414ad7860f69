import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { type AskedFunnel, funnelViewSchema } from "@/components/reports/funnel/funnel-address";
import { FunnelScreen } from "@/components/reports/funnel/funnel-screen";
import { fromAddress } from "@/lib/address";
import { AppError } from "@/lib/errors";
import { accountPage } from "@/lib/gate";
import { reportChoices } from "@/lib/reports/choices";
import { funnelOf } from "@/lib/reports/funnel";
import { funnelFilterSchema } from "@/lib/reports/funnel-schema";
import { periodsOf } from "@/lib/reports/period";

type Props = {
  params: Promise<{ account: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const addressSchema = funnelFilterSchema.omit({ sequence: true }).extend(funnelViewSchema.shape);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.funnel");
  return { title: t("title") };
}

export default async function FunnelPage({ params, searchParams }: Props) {
  const { accountId, account } = await accountPage(params, "reports.view");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const parts = fromAddress(addressSchema, await searchParams);
  const choices = await reportChoices(accountId, id);
  // An old address may name a segment that was deleted.
  if (!choices.segments.some(({ id: segment }) => segment === parts.segment)) delete parts.segment;
  const { days, against, ...filter } = parts;
  const period = days ? periodsOf({ days }, new Date(), choices.zone).period : filter;
  const asked: AskedFunnel = {
    account: account.slug,
    parts,
    filter: { ...filter, from: period.from, to: period.to, sequence: id },
  };
  const beside = { ...asked, filter: { ...asked.filter, version: against } };
  const [funnel, compared] = await Promise.all([
    funnelOf(accountId, asked.filter).catch(orNotFound),
    against && against !== filter.version ? funnelOf(accountId, beside.filter).catch(orNotFound) : null,
  ]);
  return (
    <FunnelScreen
      asked={asked}
      choices={choices}
      funnel={funnel}
      against={compared && { asked: beside, funnel: compared }}
    />
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
