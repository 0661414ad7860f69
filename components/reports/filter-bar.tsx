"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { NativeSelect } from "@/components/ui/native-select";
import { Toolbar } from "@/components/ui/toolbar";
import { CHANNELS } from "@/lib/core/model";
import type { ReportChoices, ReportFilter } from "@/lib/reports/schema";
import { FilterSelect } from "./filter-select";
import { PeriodFields } from "./period-fields";
import { type Asked, reportHref } from "./report-address";

/** Everything that a report can be narrowed to; the address holds it. */
export function FilterBar({ asked, choices }: { asked: Asked; choices: ReportChoices }) {
  const t = useTranslations("reports.filter");
  const channelWords = useTranslations("status.channel");
  const router = useRouter();
  const [isLoading, startTransition] = useTransition();
  const { account, filter, view, period } = asked;
  const go = (next: ReportFilter) =>
    startTransition(() => router.push(reportHref(account, { ...next, ...view }), { scroll: false }));
  const change = (changes: ReportFilter) => go({ ...filter, ...changes });
  const { days, from, to, ...narrowed } = filter;
  const isNarrowed = Object.values(narrowed).some(Boolean);
  return (
    <Toolbar aria-label={t("label")} aria-busy={isLoading} className={cn(isLoading && "opacity-70")}>
      <PeriodFields
        key={`${filter.days} ${filter.from} ${filter.to}`}
        filter={filter}
        period={period}
        onChange={change}
      />
      <FilterSelect
        label={t("sequence")}
        any={t("anySequence")}
        value={filter.sequence}
        choices={choices.sequences}
        onChange={(sequence) => change({ sequence, version: undefined })}
      />
      {filter.sequence && (
        <FilterSelect
          label={t("version")}
          any={t("anyVersion")}
          value={filter.version}
          choices={choices.versions.map(({ id, number }) => ({ id, name: t("versionNumber", { number }) }))}
          onChange={(version) => change({ version })}
        />
      )}
      <NativeSelect
        aria-label={t("channel")}
        className="sm:w-40"
        value={filter.channel ?? ""}
        onChange={({ target }) => change({ channel: CHANNELS.find((channel) => channel === target.value) })}
      >
        <option value="">{t("anyChannel")}</option>
        {CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {channelWords(channel)}
          </option>
        ))}
      </NativeSelect>
      <FilterSelect
        label={t("assignee")}
        any={t("anyAssignee")}
        value={filter.assignee}
        choices={choices.assignees}
        onChange={(assignee) => change({ assignee })}
      />
      {(choices.segments.length > 0 || filter.segment) && (
        <FilterSelect
          label={t("segment")}
          any={t("anySegment")}
          value={filter.segment}
          choices={choices.segments}
          onChange={(segment) => change({ segment })}
        />
      )}
      {isNarrowed && (
        <Button variant="ghost" className="max-sm:justify-self-start" onClick={() => go({ days, from, to })}>
          {t("reset")}
        </Button>
      )}
    </Toolbar>
  );
}
