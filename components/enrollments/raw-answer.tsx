import { useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import type { TimelineEntry } from "@/lib/enrollments/timeline-schema";

/** What the provider answered when the message was handed over, as far as it is kept. */
export function RawAnswer({ message }: { message: NonNullable<TimelineEntry["message"]> }) {
  const t = useTranslations("timeline.raw");
  const { providerId, code, detail } = message;
  const items = Object.entries({ providerId, code, detail }).flatMap(([name, value]) =>
    value
      ? [{ term: t(name as "providerId"), value: <span className="break-all font-mono">{value}</span> }]
      : [],
  );
  if (items.length === 0) return null;
  return (
    <details>
      <summary className="w-fit text-muted-foreground text-xs hover:text-foreground">{t("answer")}</summary>
      <div className="mt-1.5 rounded-md border px-2.5 py-2 text-xs">
        <DataList items={items} className="gap-y-1" />
      </div>
    </details>
  );
}
