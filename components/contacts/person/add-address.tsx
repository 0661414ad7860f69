"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { errorsOf } from "@/components/attributes/errors-of";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { addAddressAction } from "@/lib/contacts/actions";

type AddAddressProps = { account: string; contactId: string; onClose: () => void };

export function AddAddress({ account, contactId, onClose }: AddAddressProps) {
  const t = useTranslations();
  const router = useRouter();
  const [kind, setKind] = useState<"phone" | "email">("phone");
  const [value, setValue] = useState("");
  const [error, setError] = useState<string | string[]>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await addAddressAction({ account, contactId, kind, value }).catch(() => ({
      serverError: { message: t("contacts.failed"), fields: {} },
    }));
    setBusy(false);
    const refused = errorsOf(answer);
    setError(refused?.value ?? refused?.form);
    if (refused) return;
    onClose();
    router.refresh();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-2 rounded-md border p-3">
      <div className="grid gap-2 sm:grid-cols-[8rem_1fr]">
        <Field label={t("contacts.addresses.kind")}>
          <NativeSelect
            value={kind}
            onChange={(event) => setKind(event.target.value === "email" ? "email" : "phone")}
          >
            <option value="phone">{t("contacts.identity.phone")}</option>
            <option value="email">{t("contacts.identity.email")}</option>
          </NativeSelect>
        </Field>
        <Field label={t("contacts.addresses.value")} error={error}>
          <Input
            value={value}
            required
            maxLength={254}
            autoComplete="off"
            inputMode={kind === "email" ? "email" : "tel"}
            onChange={(event) => setValue(event.target.value)}
          />
        </Field>
      </div>
      <div className="flex justify-end gap-2">
        <Button variant="outline" size="sm" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" size="sm" isBusy={isBusy}>
          {t("common.add")}
        </Button>
      </div>
    </form>
  );
}
