"use client";

import { CircleHelp, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Bell } from "@/components/notifications/bell";
import { Button } from "@/components/ui/button";
import { Keys } from "@/components/ui/kbd";
import { Hint } from "@/components/ui/tooltip";
import { useOpenCommands } from "./commands";

/** At the right end of the top bar: search, notifications, and the list of shortcuts where there is a keyboard. */
export function TopBarActs({ account }: { account: string }) {
  const t = useTranslations("shell");
  const open = useOpenCommands();
  return (
    <div className="ml-auto flex shrink-0 items-center gap-1 pl-2">
      <Button
        variant="outline"
        size="sm"
        className="w-56 justify-start border-border font-normal text-muted-foreground text-sm max-lg:w-44 max-md:hidden"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => open("palette")}
      >
        <Search aria-hidden />
        {t("palette.search")}
        <Keys shortcut="mod+k" className="ml-auto" />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        className="md:hidden"
        aria-label={t("palette.search")}
        onClick={() => open("palette")}
      >
        <Search aria-hidden />
      </Button>
      <Bell account={account} />
      <Hint text={t("shortcuts.title")}>
        <Button
          variant="ghost"
          size="icon-sm"
          className="text-muted-foreground max-md:hidden"
          aria-label={t("shortcuts.title")}
          aria-keyshortcuts="?"
          onClick={() => open("shortcuts")}
        >
          <CircleHelp aria-hidden />
        </Button>
      </Hint>
    </div>
  );
}
