"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";

/** What may happen to a number that is used against its provider's terms. */
export function BanRisk() {
  const t = useTranslations("settings.banRisk");
  return (
    <Alert tone="amber" title={t("title")}>
      {t("text")}
    </Alert>
  );
}

/** The same, with the word of a person that it was read; the form is not sent without. */
export function AcceptRisk({ error }: { error?: string }) {
  const t = useTranslations("settings.banRisk");
  return (
    <div className="grid gap-3">
      <BanRisk />
      <Field label={t("accept")} error={error} isInline>
        <Checkbox name="isRiskAccepted" required />
      </Field>
    </div>
  );
}
