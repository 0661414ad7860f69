import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { type Asked, SHOWN_METRICS, viewHref } from "./report-address";

/** Which metric the drawings show. */
export function MetricLinks({ asked, label }: { asked: Asked; label: string }) {
  const t = useTranslations("reports.metrics");
  const current = asked.view.metric ?? "sent";
  return (
    <ChoiceLinks
      label={label}
      choices={SHOWN_METRICS.map((metric) => ({
        key: metric,
        text: t(`${metric}.name`),
        href: viewHref(asked, { metric }),
        isCurrent: metric === current,
      }))}
    />
  );
}
