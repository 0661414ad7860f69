"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { AmountInput } from "@/components/sequences/step/amount-input";
import { IdleFields } from "@/components/triggers/idle-fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { saveAiEnrollmentAction } from "@/lib/ai-enrollment/actions";
import { FIRST_CONFIG } from "@/lib/ai-enrollment/schema";
import { AI_ENROLLS, type AiEnrollment } from "@/lib/core/model-maestro";

type SettingsFormProps = {
  account: string;
  sequenceId: string;
  config: AiEnrollment | null;
  inboxes: { id: string; name: string }[];
  mayChange: boolean;
};

/** Whom to look for, where, how sure Maestro has to be and what follows. In force as soon as it is saved. */
export function SettingsForm({ account, sequenceId, config, inboxes, mayChange }: SettingsFormProps) {
  const t = useTranslations("ai-enrollment.settings");
  const queries = useQueryClient();
  const [draft, setDraft] = useState<AiEnrollment>(config ?? FIRST_CONFIG);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (part: Partial<AiEnrollment>) => setDraft((latest) => ({ ...latest, ...part }));
  const isReady = draft.instruction.trim() !== "" && draft.statuses.length > 0;
  const save = async () => {
    setBusy(true);
    const answer = await saveAiEnrollmentAction({ account, sequenceId, config: draft }).catch(
      () => undefined,
    );
    setBusy(false);
    const refused = answer ? refusalOf(answer) : t("failed");
    setProblem(refused);
    if (!refused) toast.success(t("saved"));
    await queries.invalidateQueries({ queryKey: ["live", account] });
  };
  return (
    <form
      className="grid max-w-2xl gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset disabled={!mayChange} className="contents">
        <Section title={t("who")} description={t("whoText")}>
          <Field label={t("instruction")} hint={t("instructionHint")}>
            <Textarea
              rows={4}
              maxLength={2_000}
              required
              placeholder={t("instructionExample")}
              value={draft.instruction}
              onChange={(event) => set({ instruction: event.target.value })}
            />
          </Field>
        </Section>
        <Section title={t("where")} description={t("whereText")}>
          <IdleFields
            idle={{ minutes: draft.idleMinutes, lastWord: draft.lastWord, statuses: draft.statuses }}
            onIdle={({ minutes, lastWord, statuses }) => set({ idleMinutes: minutes, lastWord, statuses })}
            isReadOnly={!mayChange}
            hint={t("idleHint")}
          />
          <Field label={t("maxIdleDays")} hint={t("maxIdleDaysHint")} className="w-56">
            <AmountInput
              value={draft.maxIdleDays}
              max={365}
              onAmount={(maxIdleDays) => set({ maxIdleDays })}
            />
          </Field>
          <InboxFields {...{ draft, inboxes, mayChange }} onInboxes={(inboxIds) => set({ inboxIds })} />
        </Section>
        <Section title={t("what")} description={t("whatText")}>
          <Segmented
            label={t("does")}
            value={draft.does}
            onChange={(does) => set({ does })}
            isDisabled={!mayChange}
            segments={AI_ENROLLS.map((value) => ({ value, label: t(`doesWhat.${value}`) }))}
          />
          <p className="text-muted-foreground text-xs">{t(`doesHint.${draft.does}`)}</p>
          <div className="grid gap-3 sm:grid-cols-3">
            <Field label={t("threshold")} hint={t("thresholdHint")}>
              <AmountInput value={draft.threshold} max={100} onAmount={(threshold) => set({ threshold })} />
            </Field>
            <Field label={t("perDay")} hint={t("perDayHint")}>
              <AmountInput value={draft.perDay} max={1_000} onAmount={(perDay) => set({ perDay })} />
            </Field>
            <Field label={t("coolDownDays")} hint={t("coolDownDaysHint")}>
              <AmountInput
                value={draft.coolDownDays}
                max={365}
                onAmount={(coolDownDays) => set({ coolDownDays })}
              />
            </Field>
          </div>
        </Section>
      </fieldset>
      {mayChange && (
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" isBusy={isBusy} disabled={!isReady}>
            {t("save")}
          </Button>
          <FieldError>{problem}</FieldError>
        </div>
      )}
    </form>
  );
}

type InboxFieldsProps = Pick<SettingsFormProps, "inboxes" | "mayChange"> & {
  draft: AiEnrollment;
  onInboxes: (ids: string[]) => void;
};

function InboxFields({ draft, inboxes, mayChange, onInboxes }: InboxFieldsProps) {
  const t = useTranslations("ai-enrollment.settings");
  const chosen = new Set(draft.inboxIds);
  return (
    <fieldset className="grid gap-2" disabled={!mayChange}>
      <legend className="mb-1.5 font-medium text-sm">{t("inboxes")}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {inboxes.map(({ id, name }) => (
          <Field key={id} label={name} isInline>
            <Checkbox
              checked={chosen.has(id)}
              disabled={!mayChange}
              onCheckedChange={(isOn) =>
                onInboxes(isOn === true ? [...chosen, id] : [...chosen].filter((one) => one !== id))
              }
            />
          </Field>
        ))}
      </div>
      <p className="text-muted-foreground text-xs">{t("inboxesHint")}</p>
    </fieldset>
  );
}
