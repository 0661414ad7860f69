"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import type { SendingHours, SequenceDraft } from "@/lib/core/model";
import { useEditor } from "./editor-scope";
import { placeId, useFieldProblems } from "./findings";

const OFFICE_DAY = { from: "09:00", to: "18:00" };
const officeHours = (): SendingHours => Array.from({ length: 7 }, (_, day) => (day < 5 ? [OFFICE_DAY] : []));

/** Hours that are narrower than the account's: one open period a day. */
export function HoursFields({ draft }: { draft: SequenceDraft }) {
  const t = useTranslations("sequences.hours");
  const { change, isReadOnly } = useEditor();
  const problems = useFieldProblems({ stepId: null, field: "sendingHours" });
  const hours = draft.sendingHours;
  const set = (sendingHours: SendingHours | null) => change((latest) => ({ ...latest, sendingHours }));
  const setDay = (day: number, periods: SendingHours[number]) => hours && set(hours.with(day, periods));

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
        <ul className="grid gap-1.5">
          {hours.map((periods, day) => (
            <Day
              key={t(`days.${day}`)}
              name={t(`days.${day}`)}
              periods={periods}
              isReadOnly={isReadOnly}
              onPeriods={(changed) => setDay(day, changed)}
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
  periods: SendingHours[number];
  isReadOnly: boolean;
  onPeriods: (periods: SendingHours[number]) => void;
};

function Day({ name, periods, isReadOnly, onPeriods }: DayProps) {
  const t = useTranslations("sequences.hours");
  const id = `hours-${name}`;
  const [first, ...others] = periods;
  const change = (changed: Partial<typeof OFFICE_DAY>) =>
    onPeriods([{ ...OFFICE_DAY, ...first, ...changed }, ...others]);
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
      <span className="flex w-36 items-center gap-2.5">
        <Checkbox
          id={id}
          aria-label={t("isOpen", { day: name })}
          checked={first !== undefined}
          disabled={isReadOnly}
          onCheckedChange={(isOpen) => onPeriods(isOpen ? [OFFICE_DAY] : [])}
        />
        <Label htmlFor={id} className="font-normal">
          {name}
        </Label>
      </span>
      {first ? (
        <span className="flex items-center gap-2">
          <Input
            type="time"
            className="w-28"
            aria-label={t("from", { day: name })}
            value={first.from}
            disabled={isReadOnly}
            onChange={(event) => change({ from: event.target.value })}
          />
          <span aria-hidden>–</span>
          <Input
            type="time"
            className="w-28"
            aria-label={t("to", { day: name })}
            value={first.to}
            disabled={isReadOnly}
            onChange={(event) => change({ to: event.target.value })}
          />
        </span>
      ) : (
        <span className="text-muted-foreground">{t("closed")}</span>
      )}
    </li>
  );
}
