"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Hint } from "@/components/ui/tooltip";
import { AccountSwitcher } from "./account-switcher";
import { NavLinks } from "./nav-links";
import type { Frame } from "./shell";
import { UserMenu } from "./user-menu";

type SidebarProps = {
  frame: Frame;
  isFolded: boolean;
  /** Absent in the phone's sheet, which does not fold. */
  onFold?: (isFolded: boolean) => void;
  onNavigate?: () => void;
};

export function Sidebar({ frame, isFolded, onFold, onNavigate }: SidebarProps) {
  const t = useTranslations("shell");
  const foldText = isFolded ? t("unfold") : t("fold");
  return (
    <div className="flex h-full flex-col gap-3 p-2">
      <AccountSwitcher frame={frame} isFolded={isFolded} />
      <nav aria-label={t("navigation")} className="grid gap-0.5">
        <NavLinks frame={frame} isFolded={isFolded} onNavigate={onNavigate} />
      </nav>
      <div className={cn("mt-auto flex gap-1", isFolded && "flex-col-reverse")}>
        <UserMenu person={frame.person} isFolded={isFolded} />
        {onFold && (
          <Hint text={foldText} side="right">
            <Button
              variant="ghost"
              size="icon"
              className="text-muted-foreground"
              aria-label={foldText}
              onClick={() => onFold(!isFolded)}
            >
              {isFolded ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
            </Button>
          </Hint>
        )}
      </div>
    </div>
  );
}
