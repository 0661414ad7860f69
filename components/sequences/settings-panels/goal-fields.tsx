"use client";

import { useTranslations } from "next-intl";
import { ConditionList } from "@/components/triggers/condition-list";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { triggerVariables } from "@/lib/core/event-variables";
import type { Goal, Target } from "@/lib/core/model";
import { TRIGGER_EVENTS } from "@/lib/core/model-rules";
import { useEditor } from "../editor/editor-scope";
import { useFieldProblems } from "../editor/findings";

/** What people work for with a record of each kind. */
const RECORD_GOALS = {
  deal: ["deal.won", "deal.stage_changed"],
  appointment: ["appointment.booked", "appointment.confirmed", "appointment.completed"],
  charge: ["charge.paid"],
} as const;
type RecordGoal = (typeof RECORD_GOALS)[keyof typeof RECORD_GOALS][number];

const isRecordGoal = (name: string): name is RecordGoal =>
  Object.values(RECORD_GOALS).some((names) => names.some((one) => one === name));

const OWN = "own";
const NONE = "none";

/** The outcome that ends a run with success: of a record, or an event of one's own. */
export function GoalFields() {
  const t = useTranslations("sequences.exit");
  const tTrigger = useTranslations("triggers");
  const { context, draft, change, isReadOnly } = useEditor();
  const problems = useFieldProblems({ stepId: null, field: "goal" });
  const { goal, target } = draft;
  const set = (next: Goal | null) => change((latest) => ({ ...latest, goal: next }));
  const chosen = goal === null ? NONE : isRecordGoal(goal.event) ? goal.event : OWN;
  const choose = (value: string) => {
    if (value === NONE) set(null);
    else set({ event: value === OWN ? "" : value });
  };
  const event = TRIGGER_EVENTS.find((one) => one === goal?.event) ?? "custom";
  return (
    <div className="grid gap-3">
      <Field label={t("goal")} hint={t("goalHint")} error={chosen === OWN ? null : problems}>
        <NativeSelect value={chosen} onChange={(choice) => choose(choice.target.value)}>
          <option value={NONE}>{t("noGoal")}</option>
          {kindsFor(target, chosen).map((kind) => (
            <optgroup key={kind} label={tTrigger(`kinds.${kind}`)}>
              {RECORD_GOALS[kind].map((name) => (
                <option key={name} value={name}>
                  {tTrigger(`events.${name}`)}
                </option>
              ))}
            </optgroup>
          ))}
          <option value={OWN}>{tTrigger("events.custom")}</option>
        </NativeSelect>
      </Field>
      {chosen === OWN && goal && (
        <Field label={t("goalName")} hint={t("goalNameHint")} error={problems}>
          <Input
            value={goal.event}
            maxLength={80}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(typed) => set({ ...goal, event: typed.target.value })}
          />
        </Field>
      )}
      {goal && (
        <ConditionList
          value={{ match: goal.match ?? "all", conditions: goal.conditions ?? [] }}
          onValue={({ match, conditions }) =>
            set(conditions.length > 0 ? { ...goal, match, conditions } : { event: goal.event })
          }
          variables={triggerVariables({ event }, target, context.variables)}
          isReadOnly={isReadOnly}
          removeLabel={(number) => tTrigger("removeCondition", { number })}
        />
      )}
    </div>
  );
}

type GoalKind = keyof typeof RECORD_GOALS;
const KINDS: readonly GoalKind[] = ["deal", "appointment", "charge"];

/** A run about a record works for that record; what is chosen stays to be seen. */
const kindsFor = (target: Target, chosen: string): readonly GoalKind[] => {
  const own = KINDS.filter((kind) => kind === target);
  if (own.length === 0) return KINDS;
  return KINDS.filter((kind) => own.includes(kind) || RECORD_GOALS[kind].some((name) => name === chosen));
};
