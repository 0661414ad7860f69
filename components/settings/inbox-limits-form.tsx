"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { limitInboxAction } from "@/lib/inboxes/actions";
import type { LimitedInbox } from "@/lib/inboxes/limits";
import type { InboxStanding } from "@/lib/inboxes/standing";
import { InboxQueue } from "./inbox-queue";
import { type LimitsProblem, limitsOfForm } from "./limits-of-form";
import { PaceFields } from "./pace-fields";
import { ProviderPace } from "./provider-pace";
import { useSavedToast } from "./use-saved-toast";

type InboxLimitsFormProps = {
  account: string;
  inbox: LimitedInbox;
  /** Who waits for a place at this moment. */
  standing: InboxStanding | undefined;
  timeZone: string;
  /** ISO, in the account's zone. */
  today: string;
  isReadOnly: boolean;
};

const FIELDS = [
  { name: "perSecond", max: 1_000 },
  { name: "perMinute", max: 100_000 },
  { name: "perHour", max: 1_000_000 },
  { name: "perDay", max: 10_000_000 },
] as const;

/** How much one inbox sends, and how fast. An empty field is no limit but the provider's own. */
export function InboxLimitsForm(props: InboxLimitsFormProps) {
  const { account, inbox, standing, timeZone, today, isReadOnly } = props;
  const t = useTranslations("settings.limits");
  const common = useTranslations("common");
  const { execute, result, isPending } = useAction(limitInboxAction, { onSuccess: useSavedToast() });
  const [problem, setProblem] = useState<LimitsProblem | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = limitsOfForm(new FormData(event.currentTarget));
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) execute({ account, id: inbox.id, limits: answer.limits });
  };
  const usual = (name: (typeof FIELDS)[number]["name"]) => {
    const n = name === "perMinute" || name === "perSecond" ? null : inbox.provider[name];
    return n === null ? t("none") : t("usual", { n });
  };
  return (
    <form onSubmit={submit} className="border-b py-5 last:border-b-0">
      <fieldset disabled={isReadOnly} className="grid gap-3">
        <legend className="mb-2 font-medium">{inbox.name}</legend>
        <ProviderPace provider={inbox.provider} />
        <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-4">
          {FIELDS.map(({ name, max }) => (
            <Field
              key={name}
              label={t(`${name}Inbox`)}
              hint={t(name === "perSecond" ? "perSecondHint" : "perSpanHint")}
            >
              <Input
                name={name}
                type="number"
                inputMode="numeric"
                min={1}
                max={max}
                defaultValue={inbox.limits[name] ?? ""}
                placeholder={usual(name)}
              />
            </Field>
          ))}
        </div>
        <PaceFields inbox={inbox} today={today} problem={problem} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {!isReadOnly && (
            <Button
              type="submit"
              variant="outline"
              isBusy={isPending}
              aria-label={t("saveOf", { name: inbox.name })}
            >
              {common("save")}
            </Button>
          )}
          {standing && (
            <p className="text-xs">
              <span className="text-muted-foreground">{t("queue")}: </span>
              <InboxQueue standing={standing} timeZone={timeZone} />
            </p>
          )}
        </div>
      </fieldset>
      <FieldError>{result.serverError?.message}</FieldError>
    </form>
  );
}
