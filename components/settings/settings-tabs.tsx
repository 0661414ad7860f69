"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";
import type { Role } from "@/lib/core/model";
import { settingsPagesFor } from "./settings-pages";

export function SettingsTabs({ account, role }: { account: string; role: Role }) {
  const t = useTranslations("settings.tabs");
  const current = usePathname().split("/")[3];
  const tabs = useRef<HTMLElement>(null);
  // On a phone the last of them are out of sight.
  useEffect(() => {
    const nav = tabs.current;
    const tab = nav?.querySelector<HTMLElement>(`a[href$="/settings/${current}"]`);
    if (nav && tab) nav.scrollLeft = tab.offsetLeft - (nav.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <nav
      ref={tabs}
      aria-label={t("label")}
      className="relative flex gap-4 overflow-x-auto border-b px-4 md:px-6"
    >
      {settingsPagesFor(role).map((tab) => (
        <Link
          key={tab}
          href={`/${account}/settings/${tab}`}
          aria-current={tab === current ? "page" : undefined}
          className={cn(tabClasses, tab === current && tabActiveClasses)}
        >
          {t(tab)}
        </Link>
      ))}
    </nav>
  );
}
