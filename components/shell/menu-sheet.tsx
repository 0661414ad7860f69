"use client";

import { useTranslations } from "next-intl";
import { Sheet, SheetContent, SheetTitle } from "@/components/ui/sheet";
import type { Frame } from "./shell";
import { Sidebar } from "./sidebar";

type MenuSheetProps = { frame: Frame; isOpen: boolean; onClose: () => void };

/** The sidebar of a phone, over the page. */
export function MenuSheet({ frame, isOpen, onClose }: MenuSheetProps) {
  const t = useTranslations("shell");
  return (
    <Sheet open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <SheetContent side="left" aria-describedby={undefined}>
        <SheetTitle className="sr-only">{t("navigation")}</SheetTitle>
        <Sidebar frame={frame} isFolded={false} onNavigate={onClose} />
      </SheetContent>
    </Sheet>
  );
}
