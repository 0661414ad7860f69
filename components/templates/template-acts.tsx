"use client";

import { Archive, ArchiveRestore, CopyPlus, Ellipsis, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { TemplateRow } from "@/lib/templates/schema";
import { useTemplateActs } from "./use-template-acts";

type TemplateActsProps = { account: string; row: TemplateRow; onEdit: () => void };

export function TemplateActs({ account, row, onEdit }: TemplateActsProps) {
  const t = useTranslations("templates");
  const acts = useTemplateActs(account, row);
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
        <DropdownMenuItem onSelect={acts.duplicate}>
          <CopyPlus aria-hidden /> {t("duplicate")}
        </DropdownMenuItem>
        {row.isArchived ? (
          <DropdownMenuItem onSelect={acts.restore}>
            <ArchiveRestore aria-hidden /> {t("restore")}
          </DropdownMenuItem>
        ) : (
          <DropdownMenuItem onSelect={acts.archive}>
            <Archive aria-hidden /> {t("archive")}
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
