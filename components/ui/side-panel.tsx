"use client";

import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { useMedia } from "./use-media";

export type SidePanelProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Acts beside the title, for icon buttons of size `icon-sm`. */
  actions?: ReactNode;
  /** Stays in sight below the scrolling part. */
  footer?: ReactNode;
  /** Width and the like of the panel in the page; `w-96` when it says nothing. */
  className?: string;
  children: ReactNode;
};

/** Fetched on narrow screens alone. */
const PanelSheet = dynamic(() => import("./panel-sheet").then((module) => module.PanelSheet), { ssr: false });

/**
 * The right-hand part of a page, put as the last child into a `flex` row. From 1024 px it stands in the page under the
 * top bar, which stays usable beside it; below that it is a sheet over the page.
 */
export function SidePanel({ isOpen, onClose, title, actions, footer, className, children }: SidePanelProps) {
  const isWide = useMedia("(min-width: 64rem)", true);
  const t = useTranslations("common");
  const id = useId();
  if (!isWide) {
    return (
      <PanelSheet isOpen={isOpen} onClose={onClose} title={title} actions={actions} footer={footer}>
        {children}
      </PanelSheet>
    );
  }
  if (!isOpen) return null;
  const closeByKey = (event: KeyboardEvent) => {
    // A menu or field inside that closes by the same key has prevented it.
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  };
  return (
    <aside
      aria-labelledby={id}
      onKeyDown={closeByKey}
      className={cn(
        "sticky top-11 flex h-[calc(100dvh-2.75rem)] w-96 shrink-0 flex-col self-start border-l bg-surface max-lg:hidden",
        className,
      )}
    >
      <header className="flex h-11 shrink-0 items-center gap-1 border-b pr-2 pl-4">
        <h2 id={id} className="min-w-0 flex-1 truncate font-medium text-base">
          {title}
        </h2>
        {actions}
        <Button variant="ghost" size="icon-sm" aria-label={t("close")} onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <div className="relative min-h-0 flex-1 overflow-y-auto px-4 py-4">{children}</div>
      {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-2.5">{footer}</footer>}
    </aside>
  );
}
