"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { inGroups, useVariables } from "./use-variables";

type VariableSelectProps = Omit<ComponentProps<"select">, "value" | "onChange"> & {
  value: string;
  onVariable: (name: string) => void;
};

/** One variable, for a condition. One that is not offered any more stays to be seen. */
export function VariableSelect({ value, onVariable, ...props }: VariableSelectProps) {
  const t = useTranslations("step.variable");
  const { find, known, labelOf } = useVariables();
  return (
    <NativeSelect {...props} value={value} onChange={(event) => onVariable(event.target.value)}>
      {!known.has(value) && <option value={value}>{value || t("choose")}</option>}
      {inGroups(find("")).map(({ group, variables }) => (
        <optgroup key={group} label={t(`groups.${group}`)}>
          {variables.map(({ variable }) => (
            <option key={variable.name} value={variable.name}>
              {labelOf(variable)}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
