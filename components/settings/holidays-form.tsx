"use client";

import { CalendarPlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Hint } from "@/components/ui/tooltip";
import type { ModuleSettings } from "@/lib/core/model";
import { changeHolidaysAction } from "@/lib/settings/actions";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";

type Holiday = ModuleSettings["holidays"][number];
type Row = Holiday & { key: string };

type HolidaysFormProps = { account: string; initial: Holiday[]; isReadOnly: boolean };

const asRows = (holidays: Holiday[]): Row[] => holidays.map((holiday) => ({ ...holiday, key: holiday.date }));

export function HolidaysForm({ account, initial, isReadOnly }: HolidaysFormProps) {
  const t = useTranslations("settings.holidays");
  const [rows, setRows] = useState(() => asRows(initial));
  const { execute, result, isPending } = useAction(changeHolidaysAction, { onSuccess: useSavedToast() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    execute({ account, holidays: rows.map(({ date, name }) => ({ date, name })) });
  };
  const change = (index: number, row: Row) => setRows(rows.with(index, row));
  const addRow = () => setRows([...rows, { date: "", name: "", key: crypto.randomUUID() }]);
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-3">
        {rows.length === 0 && <p className="border-y py-4 text-muted-foreground">{t("none")}</p>}
        {rows.length > 0 && (
          <ul aria-label={t("title")} className="grid gap-2">
            {rows.map((row, index) => (
              <li key={row.key} className="flex items-center gap-2">
                <Input
                  type="date"
                  aria-label={t("date")}
                  className="w-40 shrink-0"
                  value={row.date}
                  required
                  onChange={({ target }) => change(index, { ...row, date: target.value })}
                />
                <Input
                  aria-label={t("name")}
                  placeholder={t("namePlaceholder")}
                  maxLength={80}
                  value={row.name}
                  onChange={({ target }) => change(index, { ...row, name: target.value })}
                />
                <Hint text={t("remove")}>
                  <Button
                    variant="ghost"
                    size="icon"
                    className="text-muted-foreground"
                    aria-label={t("removeNamed", { name: row.name || row.date })}
                    onClick={() => setRows(rows.toSpliced(index, 1))}
                  >
                    <Trash2 aria-hidden />
                  </Button>
                </Hint>
              </li>
            ))}
          </ul>
        )}
        {!isReadOnly && (
          <Button variant="outline" className="justify-self-start" onClick={addRow}>
            <CalendarPlus aria-hidden />
            {t("add")}
          </Button>
        )}
        <FieldError>
          {result.validationErrors?.fieldErrors.holidays?.[0] ?? result.validationErrors?.formErrors[0]}
        </FieldError>
      </fieldset>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={result.serverError?.message} />
    </form>
  );
}
