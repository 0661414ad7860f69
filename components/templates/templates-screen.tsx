"use client";

import { LibraryBig, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SearchBox } from "@/components/contacts/search-box";
import { useAddress } from "@/components/contacts/use-address";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NativeSelect } from "@/components/ui/native-select";
import { PageHeader } from "@/components/ui/page-header";
import { Segmented } from "@/components/ui/segmented";
import type { Variable } from "@/lib/core/variables";
import type { Locale } from "@/lib/locale";
import { TEMPLATE_CATEGORIES } from "@/lib/templates/categories";
import type { TemplateFilter, TemplateForm, TemplateRow } from "@/lib/templates/schema";
import { TemplatePanel } from "./template-panel";
import { TemplateTable } from "./template-table";

type TemplatesScreenProps = {
  account: string;
  rows: TemplateRow[];
  filter: TemplateFilter;
  variables: Variable[];
  /** The account's language: where writing begins. */
  language: Locale;
  canManage: boolean;
};

/** What the panel is about; `typed` is what somebody had written there before. */
export type Opened = { row: TemplateRow | null; typed?: TemplateForm };

export function TemplatesScreen(props: TemplatesScreenProps) {
  const { account, rows, filter, variables, language, canManage } = props;
  const t = useTranslations("templates");
  const categories = useTranslations("step.library.categories");
  const { change } = useAddress();
  const [opened, setOpened] = useState<Opened | null>(null);
  const isFiltered = Boolean(filter.search || filter.category || filter.archived);
  const newButton = canManage && (
    <Button onClick={() => setOpened({ row: null })}>
      <Plus aria-hidden />
      {t("new")}
    </Button>
  );

  return (
    <div className="flex">
      <div className="min-w-0 flex-1">
        <PageHeader
          title={t("title")}
          description={t("description")}
          actions={(rows.length > 0 || isFiltered) && newButton}
        />
        {(rows.length > 0 || isFiltered) && (
          <div className="flex flex-wrap items-center gap-2 px-4 pb-3 md:px-6">
            <SearchBox label={t("search")} />
            <NativeSelect
              aria-label={t("category")}
              className="w-44 max-md:flex-1"
              value={filter.category ?? ""}
              onChange={(event) => change({ category: event.target.value || null })}
            >
              <option value="">{t("allCategories")}</option>
              {TEMPLATE_CATEGORIES.map((category) => (
                <option key={category} value={category}>
                  {categories(category)}
                </option>
              ))}
            </NativeSelect>
            <Segmented
              label={t("show")}
              isLabelHidden
              segments={[
                { value: "current", label: t("current") },
                { value: "archived", label: t("archived") },
              ]}
              value={filter.archived ? "archived" : "current"}
              onChange={(shown) => change({ archived: shown === "archived" ? "1" : null })}
            />
          </div>
        )}
        {rows.length > 0 ? (
          <TemplateTable
            account={account}
            rows={rows}
            variables={variables}
            openedId={opened && (opened.row?.id ?? "new")}
            canManage={canManage}
            onOpen={(row) => setOpened({ row })}
          />
        ) : isFiltered ? (
          <EmptyState
            title={t("nothing")}
            action={
              <Button
                variant="outline"
                onClick={() => change({ search: null, category: null, archived: null })}
              >
                {t("clear")}
              </Button>
            }
          >
            {t("nothingText")}
          </EmptyState>
        ) : (
          <EmptyState icon={LibraryBig} title={t("empty")} action={newButton}>
            {t("emptyText")}
          </EmptyState>
        )}
      </div>
      {opened && (
        <TemplatePanel
          key={opened.row?.id ?? "new"}
          account={account}
          opened={opened}
          variables={variables}
          language={language}
          canManage={canManage}
          onClose={() => setOpened(null)}
          onReopen={setOpened}
        />
      )}
    </div>
  );
}
