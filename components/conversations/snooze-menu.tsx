"use client";

import { AlarmClock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SNOOZES, snoozeTime } from "./snooze-times";

/** Puts the thread off until a moment, or until the contact writes. */
export function SnoozeMenu({ onSnooze }: { onSnooze: (until: Date) => Promise<void> }) {
  const t = useTranslations("conversations.snooze");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const [now, setNow] = useState(() => new Date());
  const shown = new Intl.DateTimeFormat(locale, {
    ...{ weekday: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  });
  const snooze = (until: Date) => {
    setOpen(false);
    void onSnooze(until);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const at = new Date(String(new FormData(event.currentTarget).get("until")));
    if (!Number.isNaN(at.getTime())) snooze(at);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        setNow(new Date());
        setOpen(open);
      }}
    >
      <PopoverTrigger asChild>
        <Button variant="outline" size="sm">
          <AlarmClock aria-hidden /> <span className="max-sm:sr-only">{t("open")}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t("open")} className="grid w-64 gap-1 p-1.5">
        {offered(now).map(([each, until]) => {
          return (
            <Button key={each} variant="ghost" className="justify-between" onClick={() => snooze(until)}>
              {t(each)}
              <span className="font-normal text-muted-foreground text-xs tabular-nums">
                {shown.format(until)}
              </span>
            </Button>
          );
        })}
        <form onSubmit={submit} className="grid gap-2 border-t p-1.5 pt-2.5">
          <Field label={t("date")}>
            <Input name="until" type="datetime-local" required min={localMinute(now)} />
          </Field>
          <Button type="submit" variant="outline" size="sm">
            {t("set")}
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}

/** On a Sunday tomorrow is next week already. */
const offered = (now: Date) =>
  SNOOZES.map((each) => [each, snoozeTime(each, now)] as const).filter(
    ([each, until]) => each !== "nextWeek" || until > snoozeTime("tomorrow", now),
  );

/** As a field of date and time has it: on the person's own clock, to the minute. */
function localMinute(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
