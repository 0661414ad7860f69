"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { COMPOSE_MODES, type Compose } from "@/lib/core/model";
import { placeId } from "../editor/findings";
import { useStep, useStepField } from "./step-scope";

/** What was instructed before the mode was changed to static, so that changing back loses nothing. */
const instructions = new Map<string, string>();

/** Who writes the words. */
export function ComposeFields() {
  const t = useTranslations("step.compose");
  const { step, edit } = useStep();
  const { place, problems } = useStepField("compose");
  const { compose } = step;

  const change = (mode: Compose["mode"]) => {
    if (compose.mode !== "static") instructions.set(step.id, compose.instruction);
    const instruction = instructions.get(step.id) ?? "";
    edit({ compose: mode === "static" ? { mode } : { mode, instruction } });
  };
  return (
    <div id={placeId(place)} className="grid gap-3">
      <Field label={t("mode")} isLabelHidden hint={t(`how.${compose.mode}`)}>
        <NativeSelect
          value={compose.mode}
          onChange={(event) => change(event.target.value as Compose["mode"])}
        >
          {COMPOSE_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(mode)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {compose.mode !== "static" && (
        <>
          <Field label={t("instruction")} hint={t("instructionHint")} error={problems}>
            <Textarea
              value={compose.instruction}
              maxLength={2_000}
              rows={4}
              onChange={(event) => edit({ compose: { mode: compose.mode, instruction: event.target.value } })}
            />
          </Field>
          <Alert tone="violet">{t("withoutAi")}</Alert>
        </>
      )}
    </div>
  );
}
