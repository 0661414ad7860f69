"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { AskedAct } from "@/lib/enrollments/schema";
import type { RunTimeline } from "@/lib/enrollments/timeline-schema";

export type ActKind = AskedAct["kind"];

/** What a person has filled in so far. */
export type ActChoice = { moment: string; stepId: string };
export const NO_CHOICE: ActChoice = { moment: "", stepId: "" };

/** What is asked of the server; null while something is missing. */
export function askedOf(kind: ActKind, { moment, stepId }: ActChoice): AskedAct | null {
  const at = moment && !Number.isNaN(Date.parse(moment)) ? new Date(moment).toISOString() : null;
  switch (kind) {
    case "pause":
      return { kind, until: at };
    case "move":
      return stepId ? { kind, stepId } : null;
    case "reschedule":
      return at ? { kind, at } : null;
    case "resume":
    case "stop":
    case "send_now":
      return { kind };
  }
}

type ActFieldsProps = {
  account: string;
  kind: ActKind;
  /** The run whose steps are offered; the others may be of other versions. */
  runId: string;
  choice: ActChoice;
  onChoose: (choice: ActChoice) => void;
};

/** What an act needs to know: until when, to when, or to which step. */
export function ActFields({ account, kind, runId, choice, onChoose }: ActFieldsProps) {
  const t = useTranslations("enrollments.act");
  if (kind === "move") {
    return (
      <StepField
        {...{ account, runId }}
        value={choice.stepId}
        onChoose={(stepId) => onChoose({ ...choice, stepId })}
      />
    );
  }
  if (kind !== "pause" && kind !== "reschedule") return null;
  return (
    <Field label={t(kind === "pause" ? "until" : "at")} hint={t(kind === "pause" ? "untilHint" : "atHint")}>
      <Input
        type="datetime-local"
        min={localMinute(new Date())}
        value={choice.moment}
        onChange={(event) => onChoose({ ...choice, moment: event.target.value })}
      />
    </Field>
  );
}

type StepFieldProps = { account: string; runId: string; value: string; onChoose: (stepId: string) => void };

function StepField({ account, runId, value, onChoose }: StepFieldProps) {
  const t = useTranslations("enrollments");
  const channel = useTranslations("status.channel");
  const { data } = useQuery({
    queryKey: ["run", account, runId],
    queryFn: () => getJson<RunTimeline>(`/api/a/${account}/enrollments/${runId}`),
  });
  return (
    <Field label={t("act.step")} hint={t("act.stepHint")}>
      <NativeSelect value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="" disabled>
          {t("act.chooseStep")}
        </option>
        {data?.steps.map((step) => (
          <option key={step.id} value={step.id}>
            {t("timeline.step", { number: step.number })},{" "}
            {step.name ?? (channel.has(step.channel) ? channel(step.channel) : step.channel)}
            {step.id === data.run.stepId && ` (${t("act.isNext")})`}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

/** As the field for a date and a time takes it, in the person's own zone. */
function localMinute(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
