"use client";

import { useTranslations } from "next-intl";
import { useAddress } from "@/components/contacts/use-address";
import { NativeSelect } from "@/components/ui/native-select";
import type { OwnerOption } from "@/lib/records/data";

/** Whose records the list shows; in the address as `owner`. */
export function OwnerSelect({ owners }: { owners: OwnerOption[] }) {
  const t = useTranslations("records.filter");
  const { current, change } = useAddress();
  return (
    <NativeSelect
      aria-label={t("owner")}
      className="sm:w-44"
      value={current.get("owner") ?? ""}
      onChange={(event) => change({ owner: event.target.value })}
    >
      <option value="">{t("anyOwner")}</option>
      <option value="none">{t("noOwner")}</option>
      {owners.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
