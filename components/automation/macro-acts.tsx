"use client";

import { Archive, ArchiveRestore, Ellipsis, Pencil, ScrollText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { archiveMacroAction, restoreMacroAction } from "@/lib/automation/actions";
import type { MacroRow } from "@/lib/automation/data";

type MacroActsProps = { account: string; row: MacroRow; onEdit: () => void };

export function MacroActs({ account, row, onEdit }: MacroActsProps) {
  const t = useTranslations("automation.list");
  const router = useRouter();
  const macroId = row.id;

  const setArchived = async (isArchived: boolean) => {
    const ask = isArchived ? archiveMacroAction : restoreMacroAction;
    const answer = await ask({ account, macroId });
    const refusal = refusalOf(answer);
    if (refusal || !answer) toast.error(refusal ?? t("failedAct"));
    else if (isArchived)
      toast.success(t("archivedNow"), {
        action: { label: t("undo"), onClick: () => void setArchived(false) },
      });
    router.refresh();
  };

  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("actsOf", { name: row.name })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {!row.isArchived && (
          <DropdownMenuItem onSelect={onEdit}>
            <Pencil aria-hidden /> {t("edit")}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem asChild>
          <Link href={`/${account}/automation/log?macro=${row.id}`}>
            <ScrollText aria-hidden /> {t("log")}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void setArchived(!row.isArchived)}>
          {row.isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          {t(row.isArchived ? "restore" : "archive")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
