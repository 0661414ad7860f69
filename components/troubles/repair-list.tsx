import { useFormatter, useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { PastRepair } from "@/lib/troubles/schema";

/** What people of the team have repaired lately. Each run's own part of it stands in its timeline. */
export function RepairList({ repairs }: { repairs: PastRepair[] }) {
  const t = useTranslations("troubles");
  const format = useFormatter();
  if (repairs.length === 0) return null;
  return (
    <Section title={t("repairs.title")} description={t("repairs.description")}>
      <ul className="divide-y border-y">
        {repairs.map(({ id, at, code, count, name, actor }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <span>
              {t(`repairs.did.${code}`, {
                count,
                shown: format.number(count),
                name: name ?? "",
                actor: actor ?? t("repairs.somebody"),
              })}
            </span>
            <RelativeTime at={at} className="text-muted-foreground text-xs" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
