"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { fetchedLater } from "@/components/ui/fetched-later";
import { Breadcrumbs } from "./breadcrumbs";
import type { Frame } from "./shell";
import { TopBarActs } from "./top-bar-acts";

const menuSheet = fetchedLater(() => import("./menu-sheet"));

export function TopBar({ frame }: { frame: Frame }) {
  const t = useTranslations("shell");
  const [isOpen, setIsOpen] = useState(false);
  const fetched = menuSheet.useModule();
  return (
    <header className="sticky top-0 z-30 flex h-11 shrink-0 items-center gap-1 border-b bg-background px-2 max-md:h-12 md:px-6">
      <Button
        variant="ghost"
        size="icon"
        className="md:hidden"
        aria-label={t("openMenu")}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          void menuSheet.fetch();
          setIsOpen(true);
        }}
      >
        <Menu aria-hidden />
      </Button>
      {fetched && <fetched.MenuSheet frame={frame} isOpen={isOpen} onClose={() => setIsOpen(false)} />}
      <Breadcrumbs frame={frame} />
      <TopBarActs account={frame.account.slug} />
    </header>
  );
}
