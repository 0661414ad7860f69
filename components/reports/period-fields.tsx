"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { PERIOD_DAYS, type Period, type ReportFilter } from "@/lib/reports/schema";

const CUSTOM = "custom";

type PeriodFieldsProps = {
  filter: Pick<ReportFilter, "days" | "from" | "to">;
  /** What the filter means today; absent while it means all days. */
  period?: Pick<Period, "from" | "to">;
  /** What it says where all days are meant; without it there are always some. */
  any?: string;
  onChange: (changes: Pick<ReportFilter, "days" | "from" | "to">) => void;
};

/** The last so many days, or days of one's own. */
export function PeriodFields({ filter, period, any, onChange }: PeriodFieldsProps) {
  const t = useTranslations("reports.filter");
  const isCustom = Boolean(filter.from || filter.to);
  const [isOpen, setOpen] = useState(isCustom);
  const choose = (chosen: string) => {
    setOpen(chosen === CUSTOM);
    const days = PERIOD_DAYS.map((each) => `${each}` as const).find((each) => each === chosen);
    if (days || chosen === "") onChange({ days, from: undefined, to: undefined });
  };
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [from, to] = ["from", "to"].map((name) => new FormData(event.currentTarget).get(name));
    onChange({
      days: undefined,
      from: typeof from === "string" && from ? from : undefined,
      to: typeof to === "string" && to ? to : undefined,
    });
  };
  return (
    <>
      <NativeSelect
        aria-label={t("period")}
        className="max-sm:col-span-2 sm:w-36"
        value={isOpen ? CUSTOM : (filter.days ?? (any ? "" : "30"))}
        onChange={({ target }) => choose(target.value)}
      >
        {any && <option value="">{any}</option>}
        {PERIOD_DAYS.map((days) => (
          <option key={days} value={days}>
            {t(`days.${days}`)}
          </option>
        ))}
        <option value={CUSTOM}>{t("custom")}</option>
      </NativeSelect>
      {isOpen && (
        <form
          key={`${period?.from} ${period?.to}`}
          onSubmit={show}
          className="flex flex-wrap items-center gap-2 max-sm:col-span-2"
        >
          <Input
            type="date"
            name="from"
            aria-label={t("from")}
            defaultValue={period?.from}
            className="w-36 max-sm:flex-1"
          />
          <Input
            type="date"
            name="to"
            aria-label={t("to")}
            defaultValue={period?.to}
            className="w-36 max-sm:flex-1"
          />
          <Button type="submit" variant="outline">
            {t("show")}
          </Button>
        </form>
      )}
    </>
  );
}
