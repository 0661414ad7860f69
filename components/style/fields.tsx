"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { Segmented } from "@/components/ui/segmented";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";

const STATES = ["rest", "hover", "focus", "filled", "readOnly", "disabled", "error"] as const;

/** Text fields in every state. */
export function TextFields() {
  const t = useTranslations("style");
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-6 gap-y-5">
      {STATES.map((state) => (
        <Field
          key={state}
          label={t(`states.${state}`)}
          hint={state === "rest" ? t("fields.hint") : undefined}
          error={state === "error" ? t("fields.wrong") : undefined}
        >
          <Input
            placeholder={t("fields.example")}
            defaultValue={["filled", "readOnly", "error"].includes(state) ? "Ana Souza" : undefined}
            readOnly={state === "readOnly"}
            disabled={state === "disabled"}
            data-shown={state}
          />
        </Field>
      ))}
      <Field label={t("fields.select")}>
        <NativeSelect defaultValue="days">
          <option value="hours">{t("fields.hours")}</option>
          <option value="days">{t("fields.days")}</option>
        </NativeSelect>
      </Field>
      <Field label={t("fields.long")} className="col-span-full max-w-lg">
        <Textarea placeholder={t("fields.example")} />
      </Field>
    </div>
  );
}

/** What is chosen rather than written. */
export function Choices() {
  const t = useTranslations("style");
  const [unit, setUnit] = useState<"hours" | "days">("days");
  const units = [
    { value: "hours", label: t("fields.hours") },
    { value: "days", label: t("fields.days") },
  ] as const;
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-6 gap-y-6">
      <div className="grid content-start gap-2.5">
        <Field isInline label={t("states.rest")}>
          <Checkbox />
        </Field>
        <Field isInline label={t("states.hover")}>
          <Checkbox data-shown="hover" />
        </Field>
        <Field isInline label={t("states.focus")}>
          <Checkbox data-shown="focus" />
        </Field>
        <Field isInline label={t("states.selected")} hint={t("fields.hint")}>
          <Checkbox defaultChecked />
        </Field>
        <Field isInline label={t("states.partly")}>
          <Checkbox checked="indeterminate" />
        </Field>
        <Field isInline label={t("states.disabled")}>
          <Checkbox disabled />
        </Field>
        <Field isInline label={t("states.error")} error={t("fields.wrong")}>
          <Checkbox />
        </Field>
      </div>
      <RadioGroup defaultValue="selected" aria-label={t("fields.radio")} className="content-start">
        {(["rest", "hover", "focus", "selected", "disabled"] as const).map((state) => (
          <Field key={state} isInline label={t(`states.${state}`)}>
            <RadioGroupItem value={state} data-shown={state} disabled={state === "disabled"} />
          </Field>
        ))}
      </RadioGroup>
      <div className="grid content-start gap-2.5">
        {(["rest", "hover", "focus", "selected", "disabled"] as const).map((state) => (
          <Field key={state} isInline label={t(`states.${state}`)}>
            <Switch
              defaultChecked={state === "selected"}
              data-shown={state}
              disabled={state === "disabled"}
            />
          </Field>
        ))}
      </div>
      <div className="grid content-start gap-4">
        <Segmented label={t("fields.segmented")} segments={units} value={unit} onChange={setUnit} />
        <Segmented label={t("states.disabled")} segments={units} value={unit} onChange={setUnit} isDisabled />
      </div>
    </div>
  );
}
