"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Variable } from "@/lib/core/variables";
import { useVariableWords } from "./use-variable-words";

type VariableChoiceProps = {
  value: string;
  variables: readonly Variable[];
  onVariable: (name: string) => void;
};

const OWN = "event.";

/** What a condition looks at: a value that is known, or one of the event by the name that its sender gives it. */
export function VariableChoice({ value, variables, onVariable }: VariableChoiceProps) {
  const t = useTranslations("triggers");
  const tStep = useTranslations("step");
  const nameOf = useVariableWords(
    new Map(variables.flatMap(({ name, label }) => (label ? [[name, label] as const] : []))),
  );
  const isKnown = variables.some(({ name }) => name === value);
  const isOwn = !isKnown && value.startsWith(OWN);
  return (
    <>
      <Field label={tStep("condition.variable")} isLabelHidden>
        <NativeSelect value={isOwn ? OWN : value} onChange={(event) => onVariable(event.target.value)}>
          {!isKnown && !isOwn && <option value={value}>{value || tStep("variable.choose")}</option>}
          {groupsOf(variables).map(({ group, members }) => (
            <optgroup
              key={group}
              label={group === "event" ? t("eventValues") : tStep(`variable.groups.${group}`)}
            >
              {members.map(({ name }) => (
                <option key={name} value={name}>
                  {nameOf(name)}
                </option>
              ))}
            </optgroup>
          ))}
          <option value={OWN}>{t("ownValue")}</option>
        </NativeSelect>
      </Field>
      {isOwn && (
        <Field label={t("ownKey")} hint={t("ownKeyHint")}>
          <Input
            value={value.slice(OWN.length)}
            maxLength={100}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => onVariable(OWN + event.target.value.trim())}
          />
        </Field>
      )}
    </>
  );
}

const GROUPS = [
  "event",
  "deal",
  "appointment",
  "charge",
  "conversation",
  "contact",
  "account",
  "agent",
] as const;
type Group = (typeof GROUPS)[number] | "attributes";

const groupOf = ({ name, label }: Variable): Group =>
  label !== undefined ? "attributes" : (GROUPS.find((group) => name.startsWith(`${group}.`)) ?? "attributes");

/** What is nearest to the event first. */
const groupsOf = (variables: readonly Variable[]) =>
  [...GROUPS, "attributes" as const]
    .map((group) => ({ group, members: variables.filter((variable) => groupOf(variable) === group) }))
    .filter(({ members }) => members.length > 0);
