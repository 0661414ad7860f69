import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";
import { type Asked, TABS, viewHref } from "./report-address";

/** By what the figures are divided; links, so that the address holds it. */
export function DivisionTabs({ asked }: { asked: Asked }) {
  const t = useTranslations("reports.by");
  const current = asked.view.by ?? "sequence";
  return (
    <nav aria-label={t("label")} className="flex gap-4 overflow-x-auto border-b">
      {TABS.map((by) => (
        <Link
          key={by}
          href={viewHref(asked, { by, sort: undefined, order: undefined })}
          scroll={false}
          aria-current={by === current ? "true" : undefined}
          className={cn(tabClasses, by === current && tabActiveClasses)}
        >
          {t(by)}
        </Link>
      ))}
    </nav>
  );
}
