import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConversationsScreen } from "@/components/conversations/conversations-screen";
import { conversationChoices, listConversations } from "@/lib/conversations/data";
import { conversationFilterSchema } from "@/lib/conversations/schema";
import { sequenceOptions } from "@/lib/enrollments/data";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("conversations");
  return { title: t("title") };
}

export default async function ConversationsPage({ params, searchParams }: Props) {
  const { accountId, account, role, userId } = await accountPage(params, "conversations.view");
  const filter = conversationFilterSchema.parse(await searchParams);
  const [initial, choices, sequences] = await Promise.all([
    listConversations(accountId, { filter, userId }),
    conversationChoices(accountId),
    sequenceOptions(accountId),
  ]);
  return (
    <ConversationsScreen
      account={account.slug}
      initial={initial}
      {...choices}
      sequences={sequences}
      userId={userId}
      rights={{
        mayReply: may(role, "conversations.reply"),
        mayEnroll: may(role, "enrollments.manage"),
        maySeeContacts: may(role, "contacts.view"),
      }}
    />
  );
}
