"use client";

import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/sequences/step/amount-input";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { CONVERSATION_STATUSES } from "@/lib/core/model";
import { LAST_WORDS, MAX_IDLE_MINUTES, MIN_IDLE_MINUTES, type Trigger } from "@/lib/core/model-rules";
import { idleOf, offsetOf } from "@/lib/core/trigger";
import { useRuleScope } from "./rule-scope";

type TriggerTimeProps = { trigger: Trigger; onTrigger: (trigger: Trigger) => void };

export function TriggerTime({ trigger, onTrigger }: TriggerTimeProps) {
  if (trigger.event === "conversation.idle") return <Silence {...{ trigger, onTrigger }} />;
  return offsetOf(trigger) ? <Offset {...{ trigger, onTrigger }} /> : null;
}

const UNITS = { minutes: 1, hours: 60, days: 1_440 } as const;
type Unit = keyof typeof UNITS;

/** The largest unit that says it as a whole number. */
const unitOf = (minutes: number): Unit =>
  minutes % UNITS.days === 0 ? "days" : minutes % UNITS.hours === 0 ? "hours" : "minutes";

/** How long nobody wrote, whose last word it was, and in which conversations. */
function Silence({ trigger, onTrigger }: TriggerTimeProps) {
  const t = useTranslations("automation.trigger");
  const status = useTranslations("status.conversation");
  const { isReadOnly } = useRuleScope();
  const idle = idleOf(trigger);
  const unit = unitOf(idle.minutes);
  const statuses: string[] = [...idle.statuses];
  const edit = (changed: Partial<NonNullable<Trigger["idle"]>>) =>
    onTrigger({ ...trigger, idle: { ...idle, statuses: [...idle.statuses], ...changed } });
  const setMinutes = (minutes: number) =>
    edit({ minutes: Math.min(Math.max(minutes, MIN_IDLE_MINUTES), MAX_IDLE_MINUTES) });
  return (
    <fieldset disabled={isReadOnly} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap gap-2">
        <Field label={t("idleAfter")} className="w-28">
          <AmountInput
            value={idle.minutes / UNITS[unit]}
            max={MAX_IDLE_MINUTES / UNITS[unit]}
            onAmount={(amount) => setMinutes(amount * UNITS[unit])}
          />
        </Field>
        <Field label={t("idleUnit")} className="w-32">
          <NativeSelect
            value={unit}
            onChange={(event) => setMinutes((idle.minutes / UNITS[unit]) * UNITS[event.target.value as Unit])}
          >
            {(Object.keys(UNITS) as Unit[]).map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t("lastWord")} className="min-w-44 flex-1">
          <NativeSelect
            value={idle.lastWord}
            onChange={(event) => edit({ lastWord: event.target.value as (typeof LAST_WORDS)[number] })}
          >
            {LAST_WORDS.map((who) => (
              <option key={who} value={who}>
                {t(`words.${who}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium text-sm">{t("statuses")}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {CONVERSATION_STATUSES.map((one) => (
            <Field key={one} label={status(one)} isInline>
              <Checkbox
                checked={statuses.includes(one)}
                // One must stay: of none nothing could be met.
                disabled={isReadOnly || (statuses.length === 1 && statuses.includes(one))}
                onCheckedChange={(checked) =>
                  edit({
                    statuses: CONVERSATION_STATUSES.filter((each) =>
                      each === one ? checked === true : statuses.includes(each),
                    ),
                  })
                }
              />
            </Field>
          ))}
        </div>
      </fieldset>
    </fieldset>
  );
}

function Offset({ trigger, onTrigger }: TriggerTimeProps) {
  const t = useTranslations("automation.trigger");
  const { isReadOnly } = useRuleScope();
  const offset = offsetOf(trigger) ?? { amount: 0, unit: "days" as const };
  return (
    <div className="flex flex-wrap gap-2">
      <Field label={t(trigger.event === "charge.overdue" ? "after" : "before")} className="w-40">
        <AmountInput
          value={offset.amount}
          max={365}
          disabled={isReadOnly}
          onAmount={(amount) => onTrigger({ ...trigger, offset: { ...offset, amount } })}
        />
      </Field>
      <Field label={t("idleUnit")} className="w-32">
        <NativeSelect
          value={offset.unit}
          disabled={isReadOnly}
          onChange={(event) =>
            onTrigger({ ...trigger, offset: { ...offset, unit: event.target.value as "hours" | "days" } })
          }
        >
          <option value="hours">{t("hours")}</option>
          <option value="days">{t("days")}</option>
        </NativeSelect>
      </Field>
    </div>
  );
}
