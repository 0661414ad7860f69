"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { cn } from "@/components/ui/cn";
import { Toolbar } from "@/components/ui/toolbar";
import type { ReportChoices } from "@/lib/reports/schema";
import { FilterSelect } from "../filter-select";
import { PeriodFields } from "../period-fields";
import { type AskedFunnel, funnelHref } from "./funnel-address";

/** Whose runs the funnel is of; the address holds it. */
export function FunnelBar({ asked, choices }: { asked: AskedFunnel; choices: ReportChoices }) {
  const t = useTranslations("reports.filter");
  const funnel = useTranslations("reports.funnel");
  const router = useRouter();
  const [isLoading, startTransition] = useTransition();
  const { filter, parts } = asked;
  const change = (changes: typeof parts) =>
    startTransition(() => router.push(funnelHref(asked, { ...parts, ...changes }), { scroll: false }));
  const versions = choices.versions.map(({ id, number }) => ({ id, name: t("versionNumber", { number }) }));
  return (
    <Toolbar aria-label={t("label")} aria-busy={isLoading} className={cn(isLoading && "opacity-70")}>
      <PeriodFields
        key={`${parts.days} ${parts.from} ${parts.to}`}
        filter={parts}
        period={filter.from && filter.to ? { from: filter.from, to: filter.to } : undefined}
        any={funnel("allTime")}
        onChange={change}
      />
      <FilterSelect
        label={t("version")}
        any={t("anyVersion")}
        value={parts.version}
        choices={versions}
        onChange={(version) => change({ version })}
      />
      {versions.length > 1 && (
        <FilterSelect
          label={funnel("compareWith")}
          any={funnel("nothingToCompare")}
          value={parts.against}
          choices={versions.filter(({ id }) => id !== parts.version)}
          onChange={(against) => change({ against })}
        />
      )}
      <FilterSelect
        label={t("assignee")}
        any={t("anyAssignee")}
        value={parts.assignee}
        choices={choices.assignees}
        onChange={(assignee) => change({ assignee })}
      />
      {(choices.segments.length > 0 || parts.segment) && (
        <FilterSelect
          label={t("segment")}
          any={t("anySegment")}
          value={parts.segment}
          choices={choices.segments}
          onChange={(segment) => change({ segment })}
        />
      )}
    </Toolbar>
  );
}
