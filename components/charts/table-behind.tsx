import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The numbers of a chart, behind a line that opens by mouse, touch and keyboard, without a script. */
export function TableBehind({ children }: { children: ReactNode }) {
  const t = useTranslations("charts");
  return (
    <details className="group">
      <summary className="inline-flex h-7 list-none items-center gap-1 rounded-sm text-muted-foreground text-xs hover:text-foreground touch:h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {t("showTable")}
      </summary>
      <div className="-mx-4 md:-mx-6">{children}</div>
    </details>
  );
}
