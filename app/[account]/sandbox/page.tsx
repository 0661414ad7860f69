import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SandboxScreen } from "@/components/sandbox/sandbox-screen";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { sandboxThreads } from "@/lib/sandbox/data";

type Props = { params: Promise<{ account: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sandbox");
  return { title: t("title") };
}

export default async function SandboxPage({ params }: Props) {
  const { accountId, account, role } = await accountPage(params, "conversations.view");
  return (
    <SandboxScreen
      account={account.slug}
      initial={await sandboxThreads(accountId)}
      canAnswer={may(role, "conversations.reply")}
    />
  );
}
