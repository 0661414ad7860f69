"use client";

import { BookmarkPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import type { SavedView } from "@/lib/views/schema";
import { goToList } from "./filter-address";
import { listQueryOf } from "./filter-fields";
import { useViewChanges } from "./view-changes";
import { ViewMenu } from "./view-menu";
import { listOf, openedView, presetsFor } from "./view-presets";
import { queryOfView, ViewTabs } from "./view-tabs";

const ViewDialog = dynamic(() => import("./view-dialog").then((dialog) => dialog.ViewDialog), { ssr: false });

type ViewBarProps = {
  account: string;
  userId: string;
  address: URLSearchParams;
  views: SavedView[];
  canBulk: boolean;
  canShare: boolean;
};

/** The views as tabs, and what keeps the one that is open as it is now. */
export function ViewBar({ account, userId, address, views, canBulk, canShare }: ViewBarProps) {
  const t = useTranslations("enrollments.views");
  const router = useRouter();
  const [dialog, setDialog] = useState<{ view: SavedView | null } | null>(null);
  const { keep, remove } = useViewChanges(account);
  const presets = presetsFor(userId);
  const query = listQueryOf(address);
  const isRuns = listOf(address) === "runs";
  const opened = isRuns ? openedView(views, address) : null;
  const isNew = isRuns && !opened && presets.every((preset) => preset.query !== query);
  const save = () => setDialog({ view: null });
  useCommands([
    ...presets.map((preset) => ({
      id: `view-${preset.name}`,
      label: t("open", { name: t(`presets.${preset.name}`) }),
      run: () => goToList(preset.query),
    })),
    ...views.map((view) => ({
      id: `view-${view.id}`,
      label: t("open", { name: view.name }),
      run: () => goToList(queryOfView(view)),
    })),
    {
      id: "view-save",
      label: t("save"),
      icon: BookmarkPlus,
      isDisabled: !isNew && !opened?.isChanged,
      run: save,
    },
  ]);

  return (
    <div className="relative">
      <ViewTabs address={address} presets={presets} views={views} canBulk={canBulk}>
        {opened?.view.isMine && (
          <ViewMenu
            view={opened.view}
            onRename={() => setDialog({ view: opened.view })}
            onDelete={() => void remove(opened.view)}
          />
        )}
      </ViewTabs>
      {(opened?.isChanged || isNew) && (
        <div className="absolute top-0 right-4 flex h-8.5 items-center gap-1 bg-background pl-3 max-md:static max-md:-mt-2 max-md:mb-2 max-md:px-4 md:right-6">
          {opened ? (
            <>
              <span className="mr-1 text-muted-foreground text-xs">{t("changed")}</span>
              {opened.view.isMine && (
                <Button size="sm" variant="outline" onClick={() => void keep(opened.view, query)}>
                  {t("keep")}
                </Button>
              )}
              <Button size="sm" variant="ghost" onClick={save}>
                {t("saveNew")}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => goToList(queryOfView(opened.view))}>
                {t("reset")}
              </Button>
            </>
          ) : (
            <Button size="sm" variant="ghost" onClick={save}>
              <BookmarkPlus aria-hidden /> {t("save")}
            </Button>
          )}
        </div>
      )}
      {dialog && (
        <ViewDialog
          account={account}
          view={dialog.view}
          query={query}
          canShare={canShare}
          onClose={() => setDialog(null)}
          onSaved={(view) => {
            if (!dialog.view) goToList(queryOfView(view));
            router.refresh();
          }}
        />
      )}
    </div>
  );
}
