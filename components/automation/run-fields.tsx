"use client";

import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/sequences/step/amount-input";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Segmented } from "@/components/ui/segmented";
import type { FieldsOf } from "./action-fields";
import { useRuleScope } from "./rule-scope";

const MAX_HOURS = 8_760;

/** One sequence; where runs are stopped or paused, also all of them. */
export function SequenceField({ action, onAction }: FieldsOf<"enroll" | "stop" | "pause">) {
  const t = useTranslations("automation.action");
  const { options, isReadOnly } = useRuleScope();
  const { sequenceId } = action;
  const isKnown = sequenceId === null || options.sequences.some(({ id }) => id === sequenceId);
  const choose = (id: string) =>
    onAction(action.do === "enroll" ? { ...action, sequenceId: id } : { ...action, sequenceId: id || null });
  return (
    <Field label={t("sequence")}>
      <NativeSelect
        value={sequenceId ?? ""}
        disabled={isReadOnly}
        onChange={(event) => choose(event.target.value)}
      >
        {action.do !== "enroll" && <option value="">{t("allSequences")}</option>}
        {!isKnown && <option value={sequenceId}>{sequenceId ? t("gone") : t("choose")}</option>}
        {options.sequences.map(({ id, name, status, isPublished }) => (
          <option key={id} value={id}>
            {!isPublished ? t("draft", { name }) : status === "paused" ? t("paused", { name }) : name}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

export function PauseFields({ action, onAction }: FieldsOf<"pause">) {
  const t = useTranslations("automation.action");
  const { isReadOnly } = useRuleScope();
  const { hours } = action;
  return (
    <div className="grid gap-2.5">
      <SequenceField action={action} onAction={onAction} />
      <Segmented
        label={t("hours")}
        isLabelHidden
        segments={[
          { value: "hours", label: t("forHours") },
          { value: "open", label: t("open") },
        ]}
        value={hours === null ? "open" : "hours"}
        onChange={(chosen) => onAction({ ...action, hours: chosen === "open" ? null : 24 })}
        isDisabled={isReadOnly}
      />
      {hours !== null && <Hours hours={hours} onHours={(next) => onAction({ ...action, hours: next })} />}
    </div>
  );
}

export const SnoozeFields = ({ action, onAction }: FieldsOf<"snooze">) => (
  <Hours hours={action.hours} onHours={(hours) => onAction({ ...action, hours })} />
);

function Hours({ hours, onHours }: { hours: number; onHours: (hours: number) => void }) {
  const t = useTranslations("automation.action");
  const { isReadOnly } = useRuleScope();
  return (
    <Field label={t("hours")} className="w-28">
      <AmountInput value={hours} max={MAX_HOURS} disabled={isReadOnly} onAmount={onHours} />
    </Field>
  );
}
