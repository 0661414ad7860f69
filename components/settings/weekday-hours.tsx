"use client";

import { Plus, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { Hint } from "@/components/ui/tooltip";
import type { SendingHours } from "@/lib/core/model";
import { quietPeriods } from "./quiet-periods";

type Period = SendingHours[number][number];

const USUAL: Period = { from: "08:00", to: "20:00" };
const MOST_PERIODS = 4;

type WeekdayHoursProps = { weekday: number; periods: Period[]; onChange: (periods: Period[]) => void };

export function WeekdayHours({ weekday, periods, onChange }: WeekdayHoursProps) {
  const t = useTranslations("settings.quietHours");
  const format = useFormatter();
  const label = useId();
  // 1 January 2024 was a Monday.
  const day = format.dateTime(new Date(Date.UTC(2024, 0, 1 + weekday)), { weekday: "long", timeZone: "UTC" });
  const quiet = quietPeriods(periods);
  return (
    <fieldset aria-labelledby={label} className="grid gap-x-4 gap-y-2 py-2.5 sm:grid-cols-[9rem_1fr_auto]">
      <div className="flex h-8 items-center gap-2.5 max-md:h-11">
        <Switch
          aria-label={t("openOn", { day })}
          checked={periods.length > 0}
          onCheckedChange={(isOpen) => onChange(isOpen ? [USUAL] : [])}
        />
        <span id={label} className="inline-block whitespace-nowrap font-medium first-letter:uppercase">
          {day}
        </span>
      </div>
      <div className="grid gap-1.5">
        {periods.length === 0 && (
          <span className="flex h-8 items-center text-muted-foreground max-md:hidden">{t("closed")}</span>
        )}
        {periods.map((period, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: periods have no id and are only appended or removed
          <div key={index} className="flex items-center gap-1.5">
            <Input
              type="time"
              aria-label={t("from", { day })}
              className="w-28 max-md:w-34"
              value={period.from}
              required
              onChange={({ target }) => onChange(periods.with(index, { ...period, from: target.value }))}
            />
            <span aria-hidden className="text-muted-foreground">
              –
            </span>
            <Input
              type="time"
              aria-label={t("to", { day })}
              className="w-28 max-md:w-34"
              value={period.to}
              required
              onChange={({ target }) => onChange(periods.with(index, { ...period, to: target.value }))}
            />
            {periods.length > 1 && (
              <Hint text={t("removePeriod")}>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("removePeriodOf", { day, from: period.from })}
                  onClick={() => onChange(periods.toSpliced(index, 1))}
                >
                  <X aria-hidden />
                </Button>
              </Hint>
            )}
            {index === periods.length - 1 && periods.length < MOST_PERIODS && (
              <Hint text={t("addPeriod")}>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  className="text-muted-foreground"
                  aria-label={t("addPeriodOn", { day })}
                  onClick={() => onChange([...periods, { from: "14:00", to: "18:00" }])}
                >
                  <Plus aria-hidden />
                </Button>
              </Hint>
            )}
          </div>
        ))}
      </div>
      <p className="flex min-h-8 items-center text-muted-foreground whitespace-nowrap text-xs sm:justify-end max-sm:min-h-0">
        {quiet === "all"
          ? t("quietAllDay")
          : quiet === "none"
            ? t("neverQuiet")
            : t("quiet", { times: quiet })}
      </p>
    </fieldset>
  );
}
