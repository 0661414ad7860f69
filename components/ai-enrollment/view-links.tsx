"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";
import { AI_ENROLLMENT_VIEWS, type AiEnrollmentView } from "./views";

/** The parts of the page, each with an address of its own. */
export function ViewLinks({ view, waiting }: { view: AiEnrollmentView; waiting: number }) {
  const t = useTranslations("ai-enrollment.views");
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className="flex gap-4 overflow-x-auto border-b px-4 md:px-6">
      {AI_ENROLLMENT_VIEWS.map((each) => (
        <Link
          key={each}
          href={each === "people" ? path : `${path}?view=${each}`}
          aria-current={each === view ? "page" : undefined}
          className={cn(tabClasses, each === view && tabActiveClasses)}
        >
          {t(each)}
          {each === "people" && waiting > 0 && <Badge tone="violet">{waiting}</Badge>}
        </Link>
      ))}
    </nav>
  );
}
