"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { LOCALES } from "@/lib/locale";
import type { TemplateRow } from "@/lib/templates/schema";
import { TemplateActs } from "./template-acts";
import { UsesButton } from "./uses-button";

type TemplateTableProps = {
  account: string;
  rows: TemplateRow[];
  openedId: string | null;
  canManage: boolean;
  onOpen: (row: TemplateRow) => void;
};

export function TemplateTable({ account, rows, openedId, canManage, onOpen }: TemplateTableProps) {
  const t = useTranslations("templates");
  const categories = useTranslations("step.library.categories");
  return (
    <Table>
      <TableHeader>
        <TableRow>
          <TableHead>{t("columns.name")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.category")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.languages")}</TableHead>
          <TableHead>{t("columns.usage")}</TableHead>
          <TableHead className="max-lg:hidden">{t("columns.updated")}</TableHead>
          <TableHead>
            <span className="sr-only">{t("columns.acts")}</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id} data-state={row.id === openedId ? "selected" : undefined}>
            <TableCell className="max-w-96 max-md:max-w-44">
              <button
                type="button"
                onClick={() => onOpen(row)}
                className="block w-full rounded-sm text-left hover:[&>span:first-child]:underline"
              >
                <span className="block truncate font-medium">{row.name}</span>
                <span className="block truncate text-muted-foreground text-xs">{beginningOf(row)}</span>
              </button>
            </TableCell>
            <TableCell className="max-md:hidden">
              <Badge>{categories(row.category)}</Badge>
            </TableCell>
            <TableCell className="text-muted-foreground text-xs max-md:hidden">
              {LOCALES.filter((locale) => row.texts[locale]).join(" · ")}
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <UsesButton account={account} row={row} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted-foreground max-lg:hidden">
              <RelativeTime at={row.updatedAt} />
            </TableCell>
            <TableCell className="w-10 text-right">
              {canManage && <TemplateActs account={account} row={row} onEdit={() => onOpen(row)} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const beginningOf = ({ texts }: TemplateRow): string =>
  LOCALES.flatMap((locale) => texts[locale]?.text ?? [])[0]?.slice(0, 200) ?? "";
