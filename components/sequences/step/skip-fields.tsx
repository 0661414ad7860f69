"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Field, FieldError } from "@/components/ui/field";
import { MAX_SKIP_RULES, type SkipRule } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId } from "../editor/findings";
import { AmountInput } from "./amount-input";
import { ConditionFields } from "./condition-fields";
import { useStep, useStepField } from "./step-scope";

const KINDS = ["condition", "messaged_within", "no_address"] as const;
const DEFAULT_HOURS = 24;

/** When the step is left out; the first rule that holds does it, so their order is what the timeline will name. */
export function SkipFields() {
  const t = useTranslations("step.skip");
  const { isReadOnly } = useEditor();
  const { step, edit } = useStep();
  const { place, problems } = useStepField("skipRules");
  const { skipRules } = step;
  const set = (rules: SkipRule[]) => edit({ skipRules: rules });

  return (
    <div id={placeId(place)} className="grid gap-3">
      <p className="text-muted-foreground text-xs">{skipRules.length === 0 ? t("none") : t("order")}</p>
      {skipRules.length > 0 && (
        <ol className="grid gap-3">
          {skipRules.map((rule, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its position alone
            <RuleRow key={index} rules={skipRules} index={index} rule={rule} onRules={set} />
          ))}
        </ol>
      )}
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
      {!isReadOnly && skipRules.length < MAX_SKIP_RULES && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="outline" size="sm" className="justify-self-start">
              <Plus aria-hidden /> {t("add")}
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start">
            {KINDS.map((kind) => (
              <DropdownMenuItem key={kind} onSelect={() => set([...skipRules, newRule(kind)])}>
                {t(kind)}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </div>
  );
}

function newRule(kind: SkipRule["when"]): SkipRule {
  switch (kind) {
    case "condition":
      return { when: kind, variable: "", operator: "equal", value: "" };
    case "messaged_within":
      return { when: kind, hours: DEFAULT_HOURS };
    case "no_address":
      return { when: kind };
  }
}

function RuleFields({ rule, onRule }: { rule: SkipRule; onRule: (rule: SkipRule) => void }) {
  const t = useTranslations("step.skip");
  switch (rule.when) {
    case "condition":
      return <ConditionFields condition={rule} onCondition={(changed) => onRule({ ...rule, ...changed })} />;
    case "messaged_within":
      return (
        <Field label={t("hours")} hint={t("hoursHint")} className="w-full [&_input]:w-24">
          <AmountInput value={rule.hours} max={999} onAmount={(hours) => onRule({ ...rule, hours })} />
        </Field>
      );
    case "no_address":
      return <p className="text-muted-foreground text-xs">{t("noAddressHint")}</p>;
  }
}

function RuleRow({ rule, ...props }: RuleActsProps & { rule: SkipRule }) {
  const t = useTranslations("step.skip");
  const { isReadOnly } = useEditor();
  const { rules, index, onRules } = props;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-1 gap-y-1.5 rounded-md border p-2.5">
      <p className="self-center font-medium">{t(rule.when)}</p>
      {!isReadOnly && <RuleActs {...props} />}
      <div className="col-span-2">
        <RuleFields rule={rule} onRule={(changed) => onRules(rules.with(index, changed))} />
      </div>
    </li>
  );
}

type RuleActsProps = { rules: SkipRule[]; index: number; onRules: (rules: SkipRule[]) => void };

function RuleActs({ rules, index, onRules }: RuleActsProps) {
  const t = useTranslations("step.skip");
  const number = index + 1;
  const move = (by: -1 | 1) => {
    const rule = rules[index];
    if (rule) onRules(rules.toSpliced(index, 1).toSpliced(index + by, 0, rule));
  };
  const act = { variant: "ghost", size: "icon-sm", className: "text-muted-foreground" } as const;
  return (
    <div className="-my-1 flex">
      <Button {...act} aria-label={t("up", { number })} disabled={index === 0} onClick={() => move(-1)}>
        <ArrowUp aria-hidden />
      </Button>
      <Button
        {...act}
        aria-label={t("down", { number })}
        disabled={index === rules.length - 1}
        onClick={() => move(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button
        {...act}
        aria-label={t("remove", { number })}
        onClick={() => onRules(rules.toSpliced(index, 1))}
      >
        <X aria-hidden />
      </Button>
    </div>
  );
}
