import { ChartLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { type Asked, reportHref } from "./report-address";

/** In place of the report where its days have nothing, or have not come yet. */
export function NothingSent({ asked, isFuture }: { asked: Asked; isFuture: boolean }) {
  const t = useTranslations("reports.empty");
  const { days, from, to, ...narrowed } = asked.filter;
  const isUsual = !days && !from && !to && Object.values(narrowed).every((part) => !part);
  return (
    <EmptyState
      icon={ChartLine}
      title={t(isFuture ? "future" : "title")}
      action={
        isUsual ? undefined : (
          <Link className="link" href={reportHref(asked.account, {})}>
            {t("act")}
          </Link>
        )
      }
    >
      {t(isFuture ? "futureText" : "text")}
    </EmptyState>
  );
}
