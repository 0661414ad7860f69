"use client";

import { ArrowDown, ArrowUp, Inbox } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Hint } from "@/components/ui/tooltip";
import { orderInboxesAction } from "@/lib/inboxes/actions";
import type { InboxListed } from "@/lib/inboxes/data";
import { InboxSwitch } from "./inbox-switch";
import { providerIcons } from "./provider-icons";

type InboxTableProps = { account: string; inboxes: InboxListed[]; mayManage: boolean };

/** In the order in which "automatic" tries them. */
export function InboxTable({ account, inboxes, mayManage }: InboxTableProps) {
  const t = useTranslations("settings.inboxes");
  const words = useTranslations("status");
  const router = useRouter();
  const { execute, isPending } = useAction(orderInboxesAction, { onSuccess: () => router.refresh() });
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
            <TableHead className="max-md:hidden">{t("kind")}</TableHead>
            <TableHead className="max-sm:hidden">{t("channel")}</TableHead>
            <TableHead>{t("status")}</TableHead>
            {mayManage && (
              <TableHead>
                <span className="sr-only">{t("acts")}</span>
              </TableHead>
            )}
          </TableRow>
        </TableHeader>
        <TableBody>
          {inboxes.map((inbox, index) => {
            const Icon = providerIcons[inbox.provider];
            return (
              <TableRow key={inbox.id}>
                <TableCell className="font-medium">
                  {mayManage ? (
                    <Link
                      href={`/${account}/settings/inboxes/${inbox.id}`}
                      className="rounded-sm hover:underline"
                    >
                      {inbox.name}
                    </Link>
                  ) : (
                    inbox.name
                  )}
                  {inbox.hasBanRisk && (
                    <Badge tone="amber" className="ml-2">
                      {t("banRisk")}
                    </Badge>
                  )}
                </TableCell>
                <TableCell className="max-md:hidden">
                  <span className="flex items-center gap-1.5 whitespace-nowrap text-muted-foreground">
                    <Icon aria-hidden className="size-4" />
                    {words(`provider.${inbox.provider}`)}
                  </span>
                </TableCell>
                <TableCell className="text-muted-foreground max-sm:hidden">
                  {words(`channel.${inbox.channel}`)}
                </TableCell>
                <TableCell>
                  <Status status={inbox.status}>{words(`inbox.${inbox.status}`)}</Status>
                  {inbox.pausedBecause && (
                    <div className="max-w-72 text-muted-foreground text-xs">{inbox.pausedBecause}</div>
                  )}
                </TableCell>
                {mayManage && (
                  <TableCell>
                    <div className="flex items-center justify-end gap-1">
                      <Hint text={t("moveUp")}>
                        <Button
                          variant="ghost"
                          size="icon-sm"
                          aria-label={t("moveUpNamed", { name: inbox.name })}
                          disabled={index === 0 || isPending}
                          onClick={() => move(index, index - 1)}
                        >
                          <ArrowUp aria-hidden />
                        </Button>
                      </Hint>
                      <Hint text={t("moveDown")}>
                        <Button
                          variant="ghost"
                          size="icon-sm"
                          aria-label={t("moveDownNamed", { name: inbox.name })}
                          disabled={index === inboxes.length - 1 || isPending}
                          onClick={() => move(index, index + 1)}
                        >
                          <ArrowDown aria-hidden />
                        </Button>
                      </Hint>
                      <InboxSwitch account={account} inbox={inbox} size="sm" />
                    </div>
                  </TableCell>
                )}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
