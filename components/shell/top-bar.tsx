"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetTitle, SheetTrigger } from "@/components/ui/sheet";
import { Breadcrumbs } from "./breadcrumbs";
import type { Frame } from "./shell";
import { Sidebar } from "./sidebar";
import { TopBarActs } from "./top-bar-acts";

export function TopBar({ frame }: { frame: Frame }) {
  const t = useTranslations("shell");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <header className="sticky top-0 z-30 flex h-11 shrink-0 items-center gap-1 border-b bg-background px-2 max-md:h-12 md:px-6">
      <Sheet open={isOpen} onOpenChange={setIsOpen}>
        <SheetTrigger asChild>
          <Button variant="ghost" size="icon" className="md:hidden" aria-label={t("openMenu")}>
            <Menu aria-hidden />
          </Button>
        </SheetTrigger>
        <SheetContent side="left" aria-describedby={undefined}>
          <SheetTitle className="sr-only">{t("navigation")}</SheetTitle>
          <Sidebar frame={frame} isFolded={false} onNavigate={() => setIsOpen(false)} />
        </SheetContent>
      </Sheet>
      <Breadcrumbs frame={frame} />
      <TopBarActs />
    </header>
  );
}
