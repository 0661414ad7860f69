"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { TriggerFields } from "@/components/triggers/trigger-fields";
import { TriggerHistory } from "@/components/triggers/trigger-history";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { triggerVariables } from "@/lib/core/event-variables";
import { REENROLLMENT_RULES, TARGETS, type Target } from "@/lib/core/model";
import { MAX_TRIGGERS, type Trigger } from "@/lib/core/model-rules";
import { useEditor } from "../editor/editor-scope";
import { placeId, useFieldProblems } from "../editor/findings";
import { AmountInput } from "../step/amount-input";
import { AiEnrollmentLink } from "./ai-enrollment-link";
import { GroupField } from "./group-field";
import { PanelSection } from "./panel-section";

type ReenrollmentRule = (typeof REENROLLMENT_RULES)[number];

/** What a run is about, what starts it by itself, and whether somebody may come again. */
export function EntersPanel() {
  const t = useTranslations("sequences");
  const { account, context, draft, change, isReadOnly } = useEditor();
  const { target, triggers, reenrollment } = draft;
  const targetProblems = useFieldProblems({ stepId: null, field: "target" });
  const triggerProblems = useFieldProblems({ stepId: null, field: "triggers" });
  const againProblems = useFieldProblems({ stepId: null, field: "reenrollment" });
  const setTriggers = (edit: (latest: Trigger[]) => Trigger[]) =>
    change((latest) => ({ ...latest, triggers: edit(latest.triggers) }));

  return (
    <fieldset disabled={isReadOnly} className="grid gap-6">
      <div id={placeId({ stepId: null, field: "target" })}>
        <Field label={t("enters.target")} hint={t(`enters.targetHint.${target}`)} error={targetProblems}>
          <NativeSelect
            value={target}
            onChange={(event) => change((latest) => ({ ...latest, target: event.target.value as Target }))}
          >
            {TARGETS.map((one) => (
              <option key={one} value={one}>
                {t(`target.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <PanelSection
        title={t("enters.triggers")}
        text={triggers.length === 0 ? t("enters.noTriggers") : t("enters.triggersText")}
        id={placeId({ stepId: null, field: "triggers" })}
      >
        {triggers.map((trigger, index) => (
          <TriggerFields
            // biome-ignore lint/suspicious/noArrayIndexKey: triggers have no other identity and never change places
            key={index}
            trigger={trigger}
            number={index + 1}
            variables={triggerVariables(trigger, target, context.variables)}
            isReadOnly={isReadOnly}
            onTrigger={(changed) => setTriggers((latest) => latest.with(index, changed))}
            onRemove={() => setTriggers((latest) => latest.toSpliced(index, 1))}
          >
            <TriggerHistory account={account} trigger={trigger} target={target} />
          </TriggerFields>
        ))}
        {triggerProblems.map((sentence) => (
          <FieldError key={sentence}>{sentence}</FieldError>
        ))}
        {!isReadOnly && triggers.length < MAX_TRIGGERS && (
          <Button
            variant="outline"
            size="sm"
            className="justify-self-start"
            onClick={() => setTriggers((latest) => [...latest, newTrigger(target)])}
          >
            <Plus aria-hidden />
            {t("enters.addTrigger")}
          </Button>
        )}
      </PanelSection>
      <AiEnrollmentLink />
      <div id={placeId({ stepId: null, field: "reenrollment" })} className="grid gap-3">
        <Field label={t("enters.again")} hint={t("enters.againHint")}>
          <NativeSelect
            value={reenrollment.rule}
            onChange={(event) => {
              const rule = event.target.value as ReenrollmentRule;
              change((latest) => ({ ...latest, reenrollment: { ...latest.reenrollment, rule } }));
            }}
          >
            {REENROLLMENT_RULES.map((rule) => (
              <option key={rule} value={rule}>
                {t(`reenrollment.rules.${rule}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {reenrollment.rule === "after_days" && (
          <Field label={t("enters.againDays")} error={againProblems} className="w-32">
            <AmountInput
              value={reenrollment.days}
              max={9_999}
              onAmount={(days) =>
                change((latest) => ({ ...latest, reenrollment: { ...latest.reenrollment, days } }))
              }
            />
          </Field>
        )}
      </div>
      <GroupField />
    </fieldset>
  );
}

/** The event that people mean first with such a target. */
const FIRST_EVENT: Record<Target, Trigger["event"]> = {
  contact: "contact.created",
  conversation: "message.received",
  deal: "deal.created",
  appointment: "appointment.booked",
  charge: "charge.created",
};

const newTrigger = (target: Target): Trigger => ({
  event: FIRST_EVENT[target],
  match: "all",
  conditions: [],
});
