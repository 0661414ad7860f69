"use client";

import { Archive, ArchiveRestore, CopyPlus, Ellipsis, Pencil, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import type { RuleRow } from "@/lib/automation/data";
import type { RuleActions } from "./use-rule-acts";

type RuleActsProps = { account: string; row: RuleRow; acts: RuleActions; canManage: boolean };

export function RuleActs({ account, row, acts, canManage }: RuleActsProps) {
  const t = useTranslations("automation.list");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("actsOf", { name: row.name })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem asChild>
          <Link href={`/${account}/automation/rules/${row.id}`}>
            <Pencil aria-hidden /> {t(canManage && !row.isArchived ? "edit" : "view")}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <Link href={`/${account}/automation/log?rule=${row.id}`}>
            <ScrollText aria-hidden /> {t("log")}
          </Link>
        </DropdownMenuItem>
        {canManage && (
          <DropdownMenuItem onSelect={() => void acts.duplicate()}>
            <CopyPlus aria-hidden /> {t("duplicate")}
          </DropdownMenuItem>
        )}
        {canManage && (
          <DropdownMenuItem onSelect={() => void (row.isArchived ? acts.restore() : acts.archive())}>
            {row.isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            {t(row.isArchived ? "restore" : "archive")}
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
