import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** What stands where a part of the report will: of its size, so that nothing moves when it comes. */
export function PartShape({ height }: { height: string }) {
  return (
    <div className="grid content-start gap-3">
      <Skeleton className="h-3.5 w-28" />
      <Skeleton className={`rounded-lg ${height}`} />
    </div>
  );
}

export function TableShape() {
  return <Skeleton className="h-56 rounded-lg" />;
}

/** The whole report below its filter. */
export function ReportShape() {
  const t = useTranslations("common");
  return (
    <div role="status" className="grid gap-8 px-4 pb-8 md:px-6">
      <span className="sr-only">{t("loading")}</span>
      <PartShape height="h-64" />
      <PartShape height="h-56" />
      <PartShape height="h-56" />
    </div>
  );
}
