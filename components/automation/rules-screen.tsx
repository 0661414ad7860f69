"use client";

import { Plus, Workflow } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAddress } from "@/components/contacts/use-address";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Segmented } from "@/components/ui/segmented";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RuleOptions } from "@/lib/automation/context";
import type { RuleRow } from "@/lib/automation/data";
import { RuleLine } from "./rule-line";

type RulesScreenProps = {
  account: string;
  rows: RuleRow[];
  options: RuleOptions;
  isArchived: boolean;
  canManage: boolean;
};

export function RulesScreen({ account, rows, options, isArchived, canManage }: RulesScreenProps) {
  const t = useTranslations("automation.list");
  const { change } = useAddress();
  const newButton = canManage && (
    <Button asChild>
      <Link href={`/${account}/automation/rules/new`}>
        <Plus aria-hidden />
        {t("new")}
      </Link>
    </Button>
  );
  if (rows.length === 0 && !isArchived)
    return (
      <>
        <Filter isArchived={false} onArchived={change} />
        <EmptyState icon={Workflow} title={t("empty")} action={newButton}>
          {t("emptyText")}
        </EmptyState>
      </>
    );
  return (
    <>
      <Filter isArchived={isArchived} onArchived={change}>
        {newButton}
      </Filter>
      {rows.length === 0 ? (
        <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
      ) : (
        <Table>
          <TableHeader>
            <TableRow>
              {!isArchived && <TableHead className="w-14">{t("columns.on")}</TableHead>}
              <TableHead>{t("columns.name")}</TableHead>
              <TableHead className="max-md:hidden">{t("columns.week")}</TableHead>
              <TableHead className="max-lg:hidden">{t("columns.last")}</TableHead>
              <TableHead>
                <span className="sr-only">{t("columns.acts")}</span>
              </TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <RuleLine key={row.id} {...{ account, row, options, canManage }} />
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

type FilterProps = {
  isArchived: boolean;
  onArchived: (changes: Record<string, string | null>) => void;
  children?: React.ReactNode;
};

/** Current or archived ones, and beside it the one act of the list. */
export function Filter({ isArchived, onArchived, children }: FilterProps) {
  const t = useTranslations("automation.list");
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-3 md:px-6">
      <Segmented
        label={t("show")}
        isLabelHidden
        segments={[
          { value: "current", label: t("current") },
          { value: "archived", label: t("archived") },
        ]}
        value={isArchived ? "archived" : "current"}
        onChange={(shown) => onArchived({ archived: shown === "archived" ? "1" : null })}
      />
      {children}
    </div>
  );
}
