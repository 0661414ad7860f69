"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import { type ExitRules, REPLY_EFFECTS, REPLY_EXITS } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId, useFieldProblems } from "../editor/findings";
import { GoalFields } from "./goal-fields";

/** What ends a run before its last step. */
export function StopsPanel() {
  const t = useTranslations("sequences.exit");
  const { draft, change, isReadOnly } = useEditor();
  const dateProblems = useFieldProblems({ stepId: null, field: "endsOn" });
  const edit = (changed: Partial<ExitRules>) =>
    change((latest) => ({ ...latest, exitRules: { ...latest.exitRules, ...changed } }));

  return (
    <fieldset disabled={isReadOnly} className="grid gap-5">
      <p className="text-muted-foreground">{t("always")}</p>
      <div id={placeId({ stepId: null, field: "exitRules" })} className="grid gap-4">
        <Field label={t("onReply")} hint={t("onReplyHint")}>
          <NativeSelect
            value={draft.exitRules.onReply}
            onChange={(event) => edit({ onReply: event.target.value as ExitRules["onReply"] })}
          >
            {REPLY_EXITS.map((rule) => (
              <option key={rule} value={rule}>
                {t(rule)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {draft.exitRules.onReply !== "off" && (
          <Field label={t("replyDoes")} hint={t(`replyDoesHint.${draft.exitRules.replyDoes}`)}>
            <NativeSelect
              value={draft.exitRules.replyDoes}
              onChange={(event) => edit({ replyDoes: event.target.value as ExitRules["replyDoes"] })}
            >
              {REPLY_EFFECTS.map((effect) => (
                <option key={effect} value={effect}>
                  {t(`replyEffects.${effect}`)}
                </option>
              ))}
            </NativeSelect>
          </Field>
        )}
        <Field label={t("onResolution")} isInline>
          <Switch
            checked={draft.exitRules.onResolution}
            disabled={isReadOnly}
            onCheckedChange={(onResolution) => edit({ onResolution })}
          />
        </Field>
      </div>
      <div id={placeId({ stepId: null, field: "goal" })}>
        <GoalFields />
      </div>
      <div id={placeId({ stepId: null, field: "endsOn" })}>
        <Field label={t("endsOn")} hint={t("endsOnHint")} error={dateProblems} className="max-w-48">
          <Input
            type="date"
            value={draft.endsOn ?? ""}
            onChange={(event) => {
              const day = event.target.value;
              change((latest) => ({ ...latest, endsOn: day === "" ? null : day }));
            }}
          />
        </Field>
      </div>
    </fieldset>
  );
}
