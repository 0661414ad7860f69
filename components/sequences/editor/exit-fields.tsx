"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import { type ExitRules, REPLY_EXITS, type SequenceDraft } from "@/lib/core/model";
import { useEditor } from "./editor-scope";
import { placeId, useFieldProblems } from "./findings";

/** What ends a run before its last step. */
export function ExitFields({ draft }: { draft: SequenceDraft }) {
  const t = useTranslations("sequences.exit");
  const { change, isReadOnly } = useEditor();
  const goalProblems = useFieldProblems({ stepId: null, field: "goal" });
  const edit = (changed: Partial<ExitRules>) =>
    change((latest) => ({ ...latest, exitRules: { ...latest.exitRules, ...changed } }));

  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <div id={placeId({ stepId: null, field: "exitRules" })} className="grid gap-4">
        <Field label={t("onReply")} hint={t("onReplyHint")}>
          <NativeSelect
            value={draft.exitRules.onReply}
            disabled={isReadOnly}
            onChange={(event) => edit({ onReply: event.target.value as ExitRules["onReply"] })}
          >
            {REPLY_EXITS.map((rule) => (
              <option key={rule} value={rule}>
                {t(rule)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t("onResolution")} isInline>
          <Switch
            checked={draft.exitRules.onResolution}
            disabled={isReadOnly}
            onCheckedChange={(onResolution) => edit({ onResolution })}
          />
        </Field>
      </div>
      <div id={placeId({ stepId: null, field: "goal" })}>
        <Field label={t("goal")} hint={t("goalHint")} error={goalProblems}>
          <Input
            value={draft.goal?.event ?? ""}
            disabled={isReadOnly}
            maxLength={80}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => {
              const name = event.target.value;
              change((latest) => ({ ...latest, goal: name === "" ? null : { event: name } }));
            }}
          />
        </Field>
      </div>
    </div>
  );
}
