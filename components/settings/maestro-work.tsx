"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { MaestroShown } from "@/lib/maestro-settings/data";
import { SaveBar } from "./save-bar";
import { useMaestroSave } from "./use-maestro-save";

type MaestroWorkProps = { account: string; maestro: MaestroShown; isReadOnly: boolean };

/** When drafts are made, who decides them, and what else the model is asked. */
export function MaestroWork({ account, maestro, isReadOnly }: MaestroWorkProps) {
  const t = useTranslations("maestro.work");
  const { config, approvers } = maestro;
  const { save, fields, error, isPending } = useMaestroSave(account, config);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save({
      leadMinutes: Number(form.get("leadMinutes")),
      defaultApproverId: String(form.get("defaultApproverId") ?? "") || null,
      classifiesReplies: form.get("classifiesReplies") === "on",
    });
  };
  // Who has left or may not decide any more is chosen anew, rather than kept unseen.
  const chosen = approvers.some(({ id }) => id === config.defaultApproverId)
    ? config.defaultApproverId
    : null;
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-5 sm:grid-cols-2">
        <Field label={t("leadMinutes")} hint={t("leadMinutesHint")} error={fields.leadMinutes}>
          <Input
            name="leadMinutes"
            type="number"
            inputMode="numeric"
            required
            min={0}
            max={2880}
            defaultValue={config.leadMinutes}
          />
        </Field>
        <Field label={t("defaultApprover")} hint={t("defaultApproverHint")} error={fields.defaultApproverId}>
          <NativeSelect name="defaultApproverId" defaultValue={chosen ?? ""}>
            <option value="">{t("anybody")}</option>
            {approvers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field
          isInline
          className="sm:col-span-2"
          label={t("classifiesReplies")}
          hint={t("classifiesRepliesHint")}
        >
          <Checkbox name="classifiesReplies" defaultChecked={config.classifiesReplies} />
        </Field>
      </fieldset>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={error} label={t("save")} />
    </form>
  );
}
