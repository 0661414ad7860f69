"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import type { SendingHours } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId, useFieldProblems } from "../editor/findings";

type Period = SendingHours[number][number];

const OFFICE_DAY: Period = { from: "09:00", to: "18:00" };
const MAX_PERIODS = 4;
const officeHours = (): SendingHours => Array.from({ length: 7 }, (_, day) => (day < 5 ? [OFFICE_DAY] : []));

/** Hours that are narrower than the account's: up to four open periods a day. */
export function HoursFields() {
  const t = useTranslations("sequences.hours");
  const { draft, change, isReadOnly } = useEditor();
  const problems = useFieldProblems({ stepId: null, field: "sendingHours" });
  const hours = draft.sendingHours;
  const set = (sendingHours: SendingHours | null) => change((latest) => ({ ...latest, sendingHours }));

  return (
    <div id={placeId({ stepId: null, field: "sendingHours" })} className="grid gap-3">
      <Field label={t("own")} hint={t("ownHint")} isInline>
        <Switch
          checked={hours !== null}
          disabled={isReadOnly}
          onCheckedChange={(isOwn) => set(isOwn ? officeHours() : null)}
        />
      </Field>
      {hours && (
        <ul className="grid gap-2">
          {hours.map((periods, day) => (
            <Day
              key={t(`days.${day}`)}
              name={t(`days.${day}`)}
              periods={periods}
              isReadOnly={isReadOnly}
              onPeriods={(changed) => set(hours.with(day, changed))}
            />
          ))}
        </ul>
      )}
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
    </div>
  );
}

type DayProps = {
  name: string;
  periods: readonly Period[];
  isReadOnly: boolean;
  onPeriods: (periods: Period[]) => void;
};

function Day({ name, periods, isReadOnly, onPeriods }: DayProps) {
  const t = useTranslations("sequences.hours");
  const canAdd = !isReadOnly && periods.length < MAX_PERIODS;
  return (
    <li className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto] items-start gap-x-2">
      <span className="py-1.5">{name}</span>
      <span className="grid gap-1.5">
        {periods.length === 0 && <span className="py-1.5 text-muted-foreground">{t("closed")}</span>}
        {periods.map((period, index) => (
          <PeriodFields
            // biome-ignore lint/suspicious/noArrayIndexKey: periods have no other identity and never change places
            key={index}
            day={periods.length > 1 ? t("part", { day: name, number: index + 1 }) : name}
            period={period}
            isReadOnly={isReadOnly}
            onPeriod={(changed) => onPeriods(periods.with(index, changed))}
            onRemove={() => onPeriods(periods.toSpliced(index, 1))}
          />
        ))}
      </span>
      {canAdd && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("add", { day: name })}
          onClick={() => onPeriods([...periods, periods.length === 0 ? OFFICE_DAY : { from: "", to: "" }])}
        >
          <Plus aria-hidden />
        </Button>
      )}
    </li>
  );
}

type PeriodFieldsProps = {
  day: string;
  period: Period;
  isReadOnly: boolean;
  onPeriod: (period: Period) => void;
  onRemove: () => void;
};

function PeriodFields({ day, period, isReadOnly, onPeriod, onRemove }: PeriodFieldsProps) {
  const t = useTranslations("sequences.hours");
  return (
    <span className="flex items-center gap-1.5">
      <Input
        type="time"
        className="min-w-0 flex-1 px-1.5"
        aria-label={t("from", { day })}
        value={period.from}
        onChange={(event) => onPeriod({ ...period, from: event.target.value })}
      />
      <span aria-hidden>–</span>
      <Input
        type="time"
        className="min-w-0 flex-1 px-1.5"
        aria-label={t("to", { day })}
        value={period.to}
        onChange={(event) => onPeriod({ ...period, to: event.target.value })}
      />
      {!isReadOnly && (
        <Button variant="ghost" size="icon-sm" aria-label={t("remove", { day })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      )}
    </span>
  );
}
