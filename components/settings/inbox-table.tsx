"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useLive } from "@/components/shell/use-live";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { orderInboxesAction } from "@/lib/inboxes/actions";
import type { Standings } from "@/lib/inboxes/standing";
import { InboxRow } from "./inbox-row";

const REFRESH_SECONDS = 10;

type InboxTableProps = { account: string; initial: Standings; mayManage: boolean };

/** In the order in which "automatic" tries them, each as it stands at this moment. */
export function InboxTable({ account, initial, mayManage }: InboxTableProps) {
  const t = useTranslations("settings.inboxes");
  const now = useTranslations("inboxes");
  const router = useRouter();
  const { inboxes, timeZone } = useLive(account, "inboxes", initial, REFRESH_SECONDS);
  const client = useQueryClient();
  const { execute, isPending } = useAction(orderInboxesAction, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["live", account, "inboxes"] });
      router.refresh();
    },
  });
  if (inboxes.length === 0) {
    return (
      <EmptyState icon={Inbox} title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  const move = (from: number, to: number) => {
    const ids = inboxes.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved) ids.splice(to, 0, moved);
    execute({ account, ids });
  };
  return (
    <div className="-mx-4 border-t md:-mx-6">
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead>{t("name")}</TableHead>
            <TableHead>{t("status")}</TableHead>
            <TableHead className="max-lg:hidden">{now("health")}</TableHead>
            <TableHead className="max-sm:hidden">{now("sentToday")}</TableHead>
            <TableHead className="max-md:hidden">{now("waiting")}</TableHead>
            {mayManage && (
              <TableHead>
                <span className="sr-only">{t("acts")}</span>
              </TableHead>
            )}
          </TableRow>
        </TableHeader>
        <TableBody>
          {inboxes.map((standing, index) => (
            <InboxRow
              key={standing.id}
              account={account}
              standing={standing}
              timeZone={timeZone}
              acts={
                mayManage ? { isFirst: index === 0, isLast: index === inboxes.length - 1, isPending } : null
              }
              onMove={(by) => move(index, index + by)}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
