"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import type { Step } from "@/lib/core/model";
import { MOVE_ACTS, type MoveAct } from "@/lib/versions/move-acts";
import type { Group } from "@/lib/versions/schema";
import type { Choice } from "./choices";
import { NextDates } from "./next-dates";

type GroupChoiceProps = {
  group: Group;
  /** Of the draft that is to be published. */
  steps: readonly Step[];
  nextNumber: number;
  revision: number;
  choice: Choice;
  onChoose: (choice: Choice) => void;
};

/** Everybody at one step of one version, the three things that may become of them, and what each would do. */
export function GroupChoice(props: GroupChoiceProps) {
  const { group, choice, nextNumber, onChoose } = props;
  const t = useTranslations("versions.impact");
  const id = useId();
  const { stepNumber: number, stepName: name, count, paused } = group;
  const place =
    number === null ? t("pastEnd") : name ? t("stepNamed", { number, name }) : t("step", { number });
  const choose = (value: string) => {
    const act = MOVE_ACTS.find((one) => one === value);
    if (act) onChoose({ act, toStepId: null });
  };
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-2 border-t pt-3">
      <h4 id={id} className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{place}</span>
        <span className="text-muted-foreground text-xs">
          {t("people", { count })}
          {paused > 0 && `, ${t("paused", { count: paused })}`}
        </span>
      </h4>
      <RadioGroup aria-labelledby={id} value={choice.act} onValueChange={choose} className="gap-2">
        <Option
          act="finish"
          label={t("finishLabel", { number: group.versionNumber })}
          effect={t("finishEffect", { count })}
        />
        <Option
          act="move"
          label={t("moveLabel", { number: nextNumber })}
          effect={moveEffect(t, props)}
          isDisabled={!group.canMove}
        >
          {choice.act === "move" && <MoveFields {...props} />}
        </Option>
        <Option act="exit" label={t("exitLabel")} effect={t("exitEffect", { count })} />
      </RadioGroup>
    </section>
  );
}

type OptionProps = {
  act: MoveAct;
  label: string;
  effect: string;
  isDisabled?: boolean;
  children?: ReactNode;
};

function Option({ act, label, effect, isDisabled, children }: OptionProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <div className="flex h-5 items-center">
        <RadioGroupItem id={id} value={act} disabled={isDisabled} aria-describedby={`${id}-effect`} />
      </div>
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-0.5">
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-effect`} className="text-muted-foreground text-xs">
          {effect}
        </p>
        {children}
      </div>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<"versions.impact">>;

function moveEffect(t: Translate, { group, steps, choice }: GroupChoiceProps): string {
  if (!group.canMove) return t("cannotMove");
  const index = steps.findIndex((step) => step.id === (choice.toStepId ?? group.matchingStepId));
  const { count } = group;
  const effect =
    index < 0
      ? t("moveEnds", { count })
      : t("moveEffect", { count, step: t("stepWord", { number: index + 1 }) });
  const isGone = group.stepId !== null && group.matchingStepId !== group.stepId;
  return isGone ? `${effect} ${t("stepGone")}` : effect;
}

/** Where they go on, and what that does to their next dates. */
function MoveFields({ group, steps, revision, choice, onChoose }: GroupChoiceProps) {
  const t = useTranslations("versions.impact");
  return (
    <div className="mt-1 grid grid-cols-1 gap-1.5">
      <NativeSelect
        aria-label={t("toStep")}
        className="max-w-64"
        value={choice.toStepId ?? group.matchingStepId ?? ""}
        onChange={(event) => onChoose({ act: "move", toStepId: event.target.value || null })}
      >
        {group.matchingStepId === null && <option value="">{t("noDate")}</option>}
        {steps.map((step, place) => (
          <option key={step.id} value={step.id}>
            {t("stepOption", {
              ...{ number: place + 1, name: step.name ?? "", hasName: step.name ? "yes" : "no" },
            })}
          </option>
        ))}
      </NativeSelect>
      <NextDates group={group} toStepId={choice.toStepId} revision={revision} />
    </div>
  );
}
