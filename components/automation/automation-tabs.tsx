"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";

const TABS = ["rules", "macros", "log"] as const;

export function AutomationTabs({ account }: { account: string }) {
  const t = useTranslations("automation.tabs");
  const current = usePathname().split("/")[3] ?? "rules";
  return (
    <nav aria-label={t("label")} className="mb-4 flex gap-4 overflow-x-auto border-b px-4 md:px-6">
      {TABS.map((tab) => (
        <Link
          key={tab}
          href={`/${account}/automation${tab === "rules" ? "" : `/${tab}`}`}
          aria-current={tab === current ? "page" : undefined}
          className={cn(tabClasses, tab === current && tabActiveClasses)}
        >
          {t(tab)}
        </Link>
      ))}
    </nav>
  );
}
