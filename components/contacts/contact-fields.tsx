"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ContactForm } from "@/lib/contacts/schema";
import { CHANNELS } from "@/lib/core/model";

type ContactFieldsProps = { contact: ContactForm; errors: Record<string, string[] | string | undefined> };

/** The controls of one contact, uncontrolled: the form reads them when it is sent. */
export function ContactFields({ contact, errors }: ContactFieldsProps) {
  const t = useTranslations("contacts.fields");
  const channel = useTranslations("status.channel");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("name")} error={errors.name}>
        <Input name="name" defaultValue={contact.name} required maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t("firstName")} hint={t("firstNameHint")} error={errors.firstName}>
        <Input name="firstName" defaultValue={contact.firstName} maxLength={100} autoComplete="off" />
      </Field>
      <Field label={t("phone")} hint={t("phoneHint")} error={errors.phone}>
        <Input name="phone" type="tel" defaultValue={contact.phone} maxLength={40} autoComplete="off" />
      </Field>
      <Field label={t("email")} error={errors.email}>
        <Input
          name="email"
          inputMode="email"
          defaultValue={contact.email}
          maxLength={254}
          autoComplete="off"
        />
      </Field>
      <Field label={t("timeZone")} hint={t("timeZoneHint")} error={errors.timeZone}>
        <NativeSelect name="timeZone" defaultValue={contact.timeZone}>
          <option value="">{t("accountZone")}</option>
          {zonesWith(contact.timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label={t("preferredChannel")} error={errors.preferredChannel}>
        <NativeSelect name="preferredChannel" defaultValue={contact.preferredChannel}>
          <option value="">{t("noPreference")}</option>
          {CHANNELS.map((each) => (
            <option key={each} value={each}>
              {channel(each)}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </div>
  );
}

/** Browsers list the zones under their newest names; a stored older name stays choosable. */
function zonesWith(zone: string): string[] {
  const zones = Intl.supportedValuesOf("timeZone");
  return zone && !zones.includes(zone) ? [zone, ...zones] : zones;
}
