"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";
import type { SavedView } from "@/lib/views/schema";
import { goToList } from "./filter-address";
import { listQueryOf } from "./filter-fields";
import { listOf, openedView, type Preset } from "./view-presets";

type ViewTabsProps = {
  address: URLSearchParams;
  presets: readonly Preset[];
  views: SavedView[];
  canBulk: boolean;
  /** Stands behind the tab of the saved view that is open. */
  children?: ReactNode;
};

/** The lists of the screen: of runs by the views that everybody has and the saved ones, and beside them the others. */
export function ViewTabs({ address, presets, views, canBulk, children }: ViewTabsProps) {
  const t = useTranslations("enrollments.views");
  const list = listOf(address);
  const query = listQueryOf(address);
  const opened = list === "runs" ? openedView(views, address) : null;
  return (
    <nav
      aria-label={t("label")}
      className="mb-3 flex items-center gap-4 overflow-x-auto border-b px-4 [scrollbar-width:none] md:px-6"
    >
      {presets.map((preset) => (
        <Tab
          key={preset.name}
          query={preset.query}
          isCurrent={list === "runs" && !opened && query === preset.query}
        >
          {t(`presets.${preset.name}`)}
        </Tab>
      ))}
      {views.map((view) => (
        <span key={view.id} className="flex shrink-0 items-center">
          <Tab query={queryOfView(view)} isCurrent={opened?.view.id === view.id}>
            <span className="max-w-40 truncate">{view.name}</span>
            {opened?.view.id === view.id && opened.isChanged && (
              <span title={t("changed")} className="text-muted-foreground">
                *<span className="sr-only"> {t("changed")}</span>
              </span>
            )}
          </Tab>
          {opened?.view.id === view.id && children}
        </span>
      ))}
      <span aria-hidden className="h-4 shrink-0 border-l" />
      <Tab query="view=refused" isCurrent={list === "refused"}>
        {t("refused")}
      </Tab>
      {canBulk && (
        <Tab query="view=bulk" isCurrent={list === "bulk"}>
          {t("bulk")}
        </Tab>
      )}
    </nav>
  );
}

export const queryOfView = (view: SavedView) => [view.query, `saved=${view.id}`].filter(Boolean).join("&");

type TabProps = { query: string; isCurrent: boolean; children: ReactNode };

/** A link, so that it opens in a tab of the browser too; here it changes the list alone. */
function Tab({ query, isCurrent, children }: TabProps) {
  const path = usePathname();
  const tab = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent && tab.current) bringIntoSight(tab.current);
  }, [isCurrent]);
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToList(query);
  };
  return (
    <a
      ref={tab}
      href={query ? `${path}?${query}` : path}
      onClick={go}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(tabClasses, isCurrent && tabActiveClasses)}
    >
      {children}
    </a>
  );
}

/** On a phone the tabs are wider than the screen. The page itself keeps its place. */
function bringIntoSight(tab: HTMLElement) {
  const row = tab.closest("nav");
  if (!row) return;
  const [own, all] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  if (own.left < all.left || own.right > all.right) row.scrollLeft += own.left - all.left - TAB_MARGIN;
}

const TAB_MARGIN = 48;
