"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { useEditor } from "../editor/editor-scope";
import { placeId, useFieldProblems } from "../editor/findings";
import { DescriptionFields, type DescriptionFieldsProps } from "./description-fields";

/** Who looks after the runs, and what the team tells itself about the sequence. */
export function DefaultsPanel(about: DescriptionFieldsProps) {
  const t = useTranslations("sequences.defaults");
  const { draft, change, context, isReadOnly } = useEditor();
  const problems = useFieldProblems({ stepId: null, field: "defaultAssigneeId" });
  const { defaultAssigneeId } = draft;
  const isGone =
    defaultAssigneeId !== null && !context.members.some((member) => member.id === defaultAssigneeId);
  return (
    <fieldset disabled={isReadOnly} className="grid gap-5">
      <div id={placeId({ stepId: null, field: "defaultAssigneeId" })}>
        <Field label={t("assignee")} hint={t("assigneeHint")} error={isGone ? t("gone") : problems}>
          <NativeSelect
            value={defaultAssigneeId ?? ""}
            onChange={(event) => {
              const chosen = event.target.value;
              change((latest) => ({ ...latest, defaultAssigneeId: chosen === "" ? null : chosen }));
            }}
          >
            <option value="">{t("nobody")}</option>
            {isGone && <option value={defaultAssigneeId}>{t("goneName")}</option>}
            {context.members.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <DescriptionFields {...about} />
    </fieldset>
  );
}
