"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AutomationOptions, MacroRow } from "@/lib/automation/data";
import { MacroActs } from "./macro-acts";
import { useRuleWords } from "./use-rule-words";

type MacroTableProps = {
  account: string;
  rows: MacroRow[];
  options: AutomationOptions;
  openedId: string | null;
  canManage: boolean;
  canWrite: boolean;
  onOpen: (row: MacroRow) => void;
};

export function MacroTable({
  account,
  rows,
  options,
  openedId,
  canManage,
  canWrite,
  onOpen,
}: MacroTableProps) {
  const t = useTranslations("automation.macros");
  const { actionOf } = useRuleWords(options);
  return (
    <Table>
      <TableHeader>
        <TableRow>
          <TableHead>{t("columns.name")}</TableHead>
          <TableHead className="max-sm:hidden">{t("columns.whose")}</TableHead>
          <TableHead className="max-lg:hidden">{t("columns.last")}</TableHead>
          <TableHead>
            <span className="sr-only">{t("columns.acts")}</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id} data-state={row.id === openedId ? "selected" : undefined}>
            <TableCell className="max-w-120 whitespace-normal">
              <button
                type="button"
                onClick={() => onOpen(row)}
                className="block w-full rounded-sm text-left hover:[&>span:first-child]:underline"
              >
                <span className="block font-medium">{row.name}</span>
                <span className="block text-muted-foreground text-xs">
                  {row.actions.map(actionOf).join(", ")}
                </span>
              </button>
            </TableCell>
            <TableCell className="max-sm:hidden">
              <Badge tone={row.isShared ? "grey" : "blue"}>{t(row.isShared ? "shared" : "own")}</Badge>
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted-foreground max-lg:hidden">
              {row.lastAt ? <RelativeTime at={row.lastAt} /> : t("never")}
            </TableCell>
            <TableCell className="w-10 text-right">
              {canWrite && (canManage || !row.isShared) && (
                <MacroActs account={account} row={row} onEdit={() => onOpen(row)} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
