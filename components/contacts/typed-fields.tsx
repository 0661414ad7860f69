"use client";

import { useTranslations } from "next-intl";
import type { Errors } from "@/components/attributes/errors-of";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import { type ContactForm, fieldOfAttribute } from "@/lib/contacts/schema";

type TypedFieldsProps = {
  definitions: AttributeDefinition[];
  values: ContactForm["attributes"];
  currency: string;
  errors: Errors;
};

/** The account's defined attributes, each with a control of its type. The form reads them when it is sent. */
export function TypedFields({ definitions, values, currency, errors }: TypedFieldsProps) {
  const t = useTranslations("contacts.fields");
  if (definitions.length === 0) return null;
  const hints = { percent: t("percentHint"), currency: t("currencyHint", { currency }) };
  return (
    <fieldset className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t("attributes")}</legend>
      {definitions.map((definition) => (
        <Field
          key={definition.id}
          label={definition.label}
          hint={definition.type in hints ? hints[definition.type as keyof typeof hints] : undefined}
          error={errors[fieldOfAttribute(definition.key)]}
        >
          <TypedControl
            definition={definition}
            name={fieldOfAttribute(definition.key)}
            defaultValue={values.find(({ key }) => key === definition.key)?.value ?? ""}
          />
        </Field>
      ))}
    </fieldset>
  );
}

type TypedControlProps = { definition: AttributeDefinition; name: string; defaultValue: string };

/** What `Field` gives its control, it gives on. */
function TypedControl({ definition, ...control }: TypedControlProps) {
  const t = useTranslations();
  switch (definition.type) {
    case "number":
    case "currency":
    case "percent":
      return <Input inputMode="decimal" autoComplete="off" maxLength={40} {...control} />;
    case "date":
      return <Input type={isDay(control.defaultValue) ? "date" : "text"} {...control} />;
    case "link":
      return (
        <Input inputMode="url" autoComplete="off" maxLength={1000} placeholder="https://" {...control} />
      );
    case "text":
      return <Input autoComplete="off" maxLength={1000} {...control} />;
    case "list":
      return <Choice options={definition.options.map((one) => [one, one])} {...control} />;
    case "checkbox": {
      const options: [string, string][] = [
        ["true", t("common.yes")],
        ["false", t("common.no")],
      ];
      return <Choice options={options} {...control} />;
    }
  }
}

/** A browser's date field would hide a value that is no day, and the form would lose it. */
const isDay = (value: string) => value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value);

type ChoiceProps = Omit<TypedControlProps, "definition"> & { options: [string, string][] };

/** A stored value that is no longer among the choices stays choosable. */
function Choice({ options, defaultValue, ...control }: ChoiceProps) {
  const t = useTranslations("contacts.fields");
  const isKnown = defaultValue === "" || options.some(([value]) => value === defaultValue);
  return (
    <NativeSelect defaultValue={defaultValue} {...control}>
      <option value="">{t("notSet")}</option>
      {!isKnown && <option value={defaultValue}>{defaultValue}</option>}
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </NativeSelect>
  );
}
