"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type NameFormProps = {
  label: string;
  name: string;
  isLabelHidden?: boolean;
  className?: string;
  onRename: (name: string) => Promise<boolean>;
};

/** A name that is saved when the field is left, or by Enter; an empty one goes back to what it was. */
export function NameForm({ label, name, isLabelHidden, className, onRename }: NameFormProps) {
  const save = async (field: HTMLInputElement) => {
    const typed = field.value.trim();
    if (typed === name) return;
    if (typed === "" || !(await onRename(typed))) field.value = name;
  };
  return (
    <Field label={label} isLabelHidden={isLabelHidden} className={className}>
      <Input
        key={name}
        defaultValue={name}
        maxLength={60}
        autoComplete="off"
        onBlur={(event) => void save(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </Field>
  );
}
