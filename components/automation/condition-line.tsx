"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { inGroups } from "@/components/sequences/step/use-variables";
import { useVariableNames } from "@/components/templates/use-variable-names";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { type Condition, OPERATORS, type Operator } from "@/lib/core/model";
import type { TriggerEvent } from "@/lib/core/model-rules";
import { eventValuesOf, isEventValue } from "@/lib/core/rule-values";
import { useRuleScope } from "./rule-scope";

type ConditionLineProps = {
  event: TriggerEvent;
  condition: Condition;
  number: number;
  place: string;
  onCondition: (condition: Condition) => void;
  onRemove: () => void;
};

const OWN = "event.";

/** What is looked at, how it is compared, and with what. */
export function ConditionLine({
  event,
  condition,
  number,
  place,
  onCondition,
  onRemove,
}: ConditionLineProps) {
  const t = useTranslations("automation.condition");
  const words = useTranslations("step.condition");
  const groups = useTranslations("step.variable.groups");
  const choose = useTranslations("step.variable");
  const { variables, isReadOnly, errorAt } = useRuleScope();
  const nameOf = useVariableNames(variables);
  const { variable, operator, value } = condition;
  const values = eventValuesOf(event);
  const isOwn = variable.startsWith(OWN) && !values.includes(variable);
  const isKnown = isOwn || values.includes(variable) || variables.some(({ name }) => name === variable);
  const error = errorAt(place);
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-start gap-2">
        <Field label={words("variable")} isLabelHidden className="min-w-40 flex-1">
          <NativeSelect
            value={isOwn ? OWN : variable}
            disabled={isReadOnly}
            onChange={(change) => onCondition({ ...condition, variable: change.target.value })}
          >
            {!isKnown && <option value={variable}>{variable || choose("choose")}</option>}
            <optgroup label={t("ofEvent")}>
              {values.map((one) => (
                <option key={one} value={one}>
                  {t(`values.${one}`)}
                </option>
              ))}
              <option value={OWN}>{t("own")}</option>
            </optgroup>
            {inGroups(variables).map(({ group, variables: ofGroup }) => (
              <optgroup key={group} label={groups(group)}>
                {ofGroup.map(({ variable: { name } }) => (
                  <option key={name} value={name}>
                    {nameOf(name)}
                  </option>
                ))}
              </optgroup>
            ))}
          </NativeSelect>
        </Field>
        {isOwn && (
          <Field label={t("ownName")} isLabelHidden className="w-32 min-w-28 flex-1">
            <Input
              value={variable.slice(OWN.length)}
              placeholder={t("ownName")}
              maxLength={80}
              autoCapitalize="none"
              spellCheck={false}
              readOnly={isReadOnly}
              aria-invalid={variable !== OWN && !isEventValue(variable) ? true : undefined}
              onChange={(change) => onCondition({ ...condition, variable: `${OWN}${change.target.value}` })}
            />
          </Field>
        )}
        <Field label={words("operator")} isLabelHidden className="min-w-32 flex-1">
          <NativeSelect
            value={operator}
            disabled={isReadOnly}
            onChange={(change) => onCondition({ ...condition, operator: change.target.value as Operator })}
          >
            {OPERATORS.map((one) => (
              <option key={one} value={one}>
                {words(`operators.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {operator !== "is_set" && operator !== "is_not_set" && (
          <Field label={words("value")} isLabelHidden className="min-w-32 flex-1">
            <Input
              value={value}
              maxLength={500}
              placeholder={words(operator === "in" ? "list" : "value")}
              readOnly={isReadOnly}
              aria-invalid={error ? true : undefined}
              onChange={(change) => onCondition({ ...condition, value: change.target.value })}
            />
          </Field>
        )}
        {!isReadOnly && (
          <Button variant="ghost" size="icon" aria-label={t("remove", { number })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      <FieldError>{error}</FieldError>
    </div>
  );
}
