"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";

export type EnrollmentView = "runs" | "refused" | "bulk";

type ViewTabsProps = { view: EnrollmentView; canBulk: boolean };

/** The lists of the screen, each with an address of its own. */
export function ViewTabs({ view, canBulk }: ViewTabsProps) {
  const t = useTranslations("enrollments.views");
  const path = usePathname();
  const views: EnrollmentView[] = canBulk ? ["runs", "refused", "bulk"] : ["runs", "refused"];
  return (
    <nav aria-label={t("label")} className="mb-4 flex gap-4 overflow-x-auto border-b px-4 md:px-6">
      {views.map((each) => (
        <Link
          key={each}
          href={each === "runs" ? path : `${path}?view=${each}`}
          aria-current={each === view ? "page" : undefined}
          className={cn(tabClasses, each === view && tabActiveClasses)}
        >
          {t(each)}
        </Link>
      ))}
    </nav>
  );
}
