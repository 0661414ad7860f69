"use client";

import { ListChecks, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAddress } from "@/components/contacts/use-address";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { AutomationOptions, MacroRow } from "@/lib/automation/data";
import { MacroPanel } from "./macro-panel";
import { MacroTable } from "./macro-table";
import { Filter } from "./rules-screen";
import type { MacroForm } from "./use-save-macro";

type MacrosScreenProps = {
  account: string;
  rows: MacroRow[];
  options: AutomationOptions;
  isArchived: boolean;
  /** Everybody's macros; one's own anybody may who replies. */
  canManage: boolean;
  canWrite: boolean;
};

/** What the panel is about; `typed` is what somebody had written there before. */
export type Opened = { row: MacroRow | null; typed?: MacroForm };

export function MacrosScreen({ account, rows, options, isArchived, canManage, canWrite }: MacrosScreenProps) {
  const t = useTranslations("automation.macros");
  const { change } = useAddress();
  const [opened, setOpened] = useState<Opened | null>(null);
  const newButton = canWrite && (
    <Button onClick={() => setOpened({ row: null })}>
      <Plus aria-hidden />
      {t("new")}
    </Button>
  );
  return (
    <div className="flex">
      <div className="min-w-0 flex-1">
        <Filter isArchived={isArchived} onArchived={change}>
          {(rows.length > 0 || isArchived) && newButton}
        </Filter>
        {rows.length > 0 ? (
          <MacroTable
            {...{ account, rows, options, canManage, canWrite }}
            openedId={opened && (opened.row?.id ?? "new")}
            onOpen={(row) => setOpened({ row })}
          />
        ) : isArchived ? (
          <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
        ) : (
          <EmptyState icon={ListChecks} title={t("empty")} action={newButton}>
            {t("emptyText")}
          </EmptyState>
        )}
      </div>
      {opened && (
        <MacroPanel
          key={opened.row?.id ?? "new"}
          {...{ account, opened, options, canManage, canWrite }}
          onClose={() => setOpened(null)}
          onReopen={setOpened}
        />
      )}
    </div>
  );
}
