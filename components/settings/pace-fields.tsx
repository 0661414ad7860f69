"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { LimitedInbox } from "@/lib/inboxes/limits";
import type { LimitsProblem } from "./limits-of-form";

/** A number that doubles what it sends every few days, as providers advise for new senders. */
const USUAL_PLAN = [20, 20, 40, 40, 80, 80, 120, 160, 200, 250, 300, 400, 500, 650, 800, 1_000];

type PaceFieldsProps = { inbox: LimitedInbox; today: string; problem: LimitsProblem | null };

/** What few inboxes need: the random gap, the different people of a day, and the plan of a new sender. */
export function PaceFields({ inbox, today, problem }: PaceFieldsProps) {
  const t = useTranslations("settings.limits");
  const { limits, provider } = inbox;
  const { gapSeconds, recipientsPerDay, warmUp } = limits;
  const [startsOn, setStartsOn] = useState(warmUp?.startsOn ?? "");
  const [days, setDays] = useState(warmUp?.perDay.join(" ") ?? "");
  const isSet = gapSeconds !== null || recipientsPerDay !== null || warmUp !== null;
  const usual = provider.gapSeconds;
  const gapHint = usual
    ? `${t("gapHint")} ${t("usualGap", { from: usual.from, to: usual.to })}.`
    : t("gapHint");
  return (
    <details open={isSet || problem !== null || undefined} className="grid gap-3">
      <summary className="w-fit cursor-pointer text-muted-foreground hover:text-foreground">
        {t("more")}
      </summary>
      <div className="mt-3 grid gap-4 border-l pl-4">
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5">{t("gap")}</legend>
          <div className="flex gap-3">
            {(["from", "to"] as const).map((end) => (
              <Field key={end} label={t(end === "from" ? "gapFrom" : "gapTo")} className="w-28">
                <Input
                  name={end === "from" ? "gapFrom" : "gapTo"}
                  type="number"
                  inputMode="numeric"
                  min={end === "from" ? 0 : 1}
                  max={3_600}
                  defaultValue={gapSeconds?.[end] ?? ""}
                  placeholder={usual ? String(usual[end]) : t("none")}
                />
              </Field>
            ))}
          </div>
          <p className="text-muted-foreground text-xs">{gapHint}</p>
          <FieldError>{problem === "gap" ? t("gapInvalid") : null}</FieldError>
        </fieldset>
        <Field label={t("recipients")} hint={t("recipientsHint")} className="max-w-xs">
          <Input
            name="recipientsPerDay"
            type="number"
            inputMode="numeric"
            min={1}
            max={10_000_000}
            defaultValue={recipientsPerDay ?? ""}
            placeholder={t("none")}
          />
        </Field>
        <fieldset className="grid gap-3">
          <legend className="mb-1">{t("warmUp")}</legend>
          <p className="text-muted-foreground text-xs">{t("warmUpHint")}</p>
          <div className="grid gap-3 sm:grid-cols-[10rem_1fr]">
            <Field label={t("warmUpStart")}>
              <Input
                name="warmUpStart"
                type="date"
                value={startsOn}
                onChange={(event) => setStartsOn(event.target.value)}
              />
            </Field>
            <Field label={t("warmUpDays")} hint={t("warmUpDaysHint")}>
              <Textarea
                name="warmUpDays"
                rows={2}
                value={days}
                onChange={(event) => setDays(event.target.value)}
              />
            </Field>
          </div>
          <FieldError>{problem === "warmUp" ? t("warmUpInvalid") : null}</FieldError>
          <div className="flex flex-wrap gap-2">
            <Button
              variant="ghost"
              size="sm"
              onClick={() => {
                setStartsOn(startsOn || today);
                setDays(USUAL_PLAN.join(" "));
              }}
            >
              {t("warmUpUse")}
            </Button>
            {(startsOn || days) && (
              <Button
                variant="ghost"
                size="sm"
                onClick={() => {
                  setStartsOn("");
                  setDays("");
                }}
              >
                {t("warmUpClear")}
              </Button>
            )}
          </div>
        </fieldset>
      </div>
    </details>
  );
}
