"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Variable } from "@/lib/core/variables";
import { LOCALES } from "@/lib/locale";
import type { TemplateRow } from "@/lib/templates/schema";
import { TemplateActs } from "./template-acts";
import { useVariableNames } from "./use-variable-names";
import { UsesButton } from "./uses-button";

type TemplateTableProps = {
  account: string;
  rows: TemplateRow[];
  variables: Variable[];
  openedId: string | null;
  canManage: boolean;
  onOpen: (row: TemplateRow) => void;
};

export function TemplateTable({ account, rows, variables, openedId, canManage, onOpen }: TemplateTableProps) {
  const t = useTranslations("templates");
  const categories = useTranslations("step.library.categories");
  const nameOf = useVariableNames(variables);
  // Beside the open panel there is room for what tells templates apart and for the acts.
  const besidePanel = openedId === null ? "" : "max-2xl:hidden";
  return (
    <Table>
      <TableHeader>
        <TableRow>
          <TableHead>{t("columns.name")}</TableHead>
          <TableHead className={cn("max-md:hidden", besidePanel)}>{t("columns.category")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.languages")}</TableHead>
          <TableHead>{t("columns.usage")}</TableHead>
          <TableHead className={cn("max-lg:hidden", besidePanel)}>{t("columns.updated")}</TableHead>
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
                <span className="block truncate text-muted-foreground text-xs">
                  {beginningOf(row, nameOf)}
                </span>
              </button>
            </TableCell>
            <TableCell className={cn("max-md:hidden", besidePanel)}>
              <Badge>{categories(row.category)}</Badge>
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted-foreground text-xs max-md:hidden">
              {LOCALES.filter((locale) => row.texts[locale]).join(" · ")}
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <UsesButton account={account} row={row} />
            </TableCell>
            <TableCell className={cn("whitespace-nowrap text-muted-foreground max-lg:hidden", besidePanel)}>
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

/** The first words, with the names of variables in place of how they are written. */
function beginningOf({ texts }: TemplateRow, nameOf: (variable: string) => string): string {
  const [text = ""] = LOCALES.flatMap((locale) => texts[locale]?.text ?? []);
  return text
    .slice(0, 400)
    .replace(/\{%.*?%\}/g, "")
    .replace(/\{\{\s*([\w.]+).*?\}\}/g, (_, variable: string) => `[${nameOf(variable)}]`);
}
