"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Pipeline } from "@/lib/records/board";
import type { RecordRow } from "@/lib/records/schema";

type DealFieldsProps = { known: RecordRow | null; pipelines: Pipeline[] };

/** Where the deal stands, and why it was lost. */
export function DealFields({ known, pipelines }: DealFieldsProps) {
  const t = useTranslations("records");
  const isArchived =
    known?.stageId && !pipelines.some(({ stages }) => stages.some(({ id }) => id === known.stageId));
  return (
    <>
      <Field label={t("stage")}>
        <NativeSelect name="stageId" defaultValue={known?.stageId ?? pipelines[0]?.stages[0]?.id ?? ""}>
          {isArchived && <option value={known.stageId ?? ""}>{known.stageName}</option>}
          {pipelines.map(({ id, name, stages }) => (
            <optgroup key={id} label={name}>
              {stages.map((stage) => (
                <option key={stage.id} value={stage.id}>
                  {stage.name}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
      </Field>
      {known?.status === "lost" && (
        <Field label={t("lostReason")}>
          <Input name="lostReason" defaultValue={known.lostReason ?? ""} maxLength={500} autoComplete="off" />
        </Field>
      )}
    </>
  );
}
