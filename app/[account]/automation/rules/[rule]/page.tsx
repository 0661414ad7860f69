import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { RuleEditor } from "@/components/automation/rule-editor";
import { automationOptions, getRule } from "@/lib/automation/data";
import { AppError } from "@/lib/errors";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";

type Props = { params: Promise<{ account: string; rule: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automation");
  return { title: t("title") };
}

export default async function RulePage({ params }: Props) {
  const { accountId, account, role } = await accountPage(params, "automation.view");
  const { rule: id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const canManage = may(role, "automation.manage");
  const [rule, options] = await Promise.all([
    getRule(accountId, id, new Date()).catch(orNotFound),
    automationOptions(accountId, { canManage }),
  ]);
  return <RuleEditor key={rule.id} account={account.slug} {...{ rule, options, canManage }} />;
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
