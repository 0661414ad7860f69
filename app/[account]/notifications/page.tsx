import { Settings2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationsScreen } from "@/components/notifications/notifications-screen";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { fromAddress } from "@/lib/address";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";
import { listNotifications } from "@/lib/notifications/data";
import { notificationFilterSchema } from "@/lib/notifications/schema";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

export default async function NotificationsPage({ params, searchParams }: Props) {
  const { accountId, account, userId } = await accountPage(params, "sequences.view");
  const [t, asked] = await Promise.all([getTranslations("notifications"), searchParams]);
  const page = await listNotifications(accountId, userId, {
    ...fromAddress(notificationFilterSchema, asked),
    ...fromAddress(cursorSchema, asked),
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <Button asChild variant="outline">
            <Link href={`/${account.slug}/settings/notifications`}>
              <Settings2 aria-hidden />
              {t("preferences")}
            </Link>
          </Button>
        }
      />
      <NotificationsScreen account={account.slug} initial={page} />
    </>
  );
}
