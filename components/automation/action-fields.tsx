"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { LibraryText } from "@/components/templates/library-text";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { RuleAction } from "@/lib/core/model-rules";
import { useRuleScope } from "./rule-scope";
import { PauseFields, SequenceField, SnoozeFields } from "./run-fields";
import { WebhookFields } from "./webhook-fields";

export type FieldsOf<Do extends RuleAction["do"]> = {
  action: Extract<RuleAction, { do: Do }>;
  onAction: (action: RuleAction) => void;
};

/** What an action needs to know. */
export function ActionFields({ action, onAction }: FieldsOf<RuleAction["do"]>) {
  switch (action.do) {
    case "enroll":
    case "stop":
      return <SequenceField action={action} onAction={onAction} />;
    case "pause":
      return <PauseFields action={action} onAction={onAction} />;
    case "assign":
      return <PersonField action={action} onAction={onAction} />;
    case "add_tag":
    case "remove_tag":
      return <TagField action={action} onAction={onAction} />;
    case "send_message":
      return <MessageField action={action} onAction={onAction} />;
    case "snooze":
      return <SnoozeFields action={action} onAction={onAction} />;
    case "move_deal":
      return <StageField action={action} onAction={onAction} />;
    case "call_webhook":
      return <WebhookFields action={action} onAction={onAction} />;
    case "resolve":
      return null;
  }
}

function PersonField({ action, onAction }: FieldsOf<"assign">) {
  const t = useTranslations("automation.action");
  const { options, kind, isReadOnly } = useRuleScope();
  const { userId } = action;
  const isGone = userId !== null && !options.members.some(({ id }) => id === userId);
  return (
    <Field label={t("person")} hint={t(`hint.${kind}.assign`)}>
      <NativeSelect
        value={userId ?? ""}
        disabled={isReadOnly}
        onChange={(event) => onAction({ ...action, userId: event.target.value || null })}
      >
        <option value="">{t("nobody")}</option>
        {isGone && <option value={userId}>{t("gone")}</option>}
        {options.members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

function TagField({ action, onAction }: FieldsOf<"add_tag" | "remove_tag">) {
  const t = useTranslations("automation.action");
  const { options, isReadOnly } = useRuleScope();
  const id = useId();
  return (
    <>
      <Field label={t("tag")}>
        <Input
          list={id}
          value={action.tag}
          maxLength={40}
          readOnly={isReadOnly}
          onChange={(event) => onAction({ ...action, tag: event.target.value })}
        />
      </Field>
      <datalist id={id}>
        {options.tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}

function MessageField({ action, onAction }: FieldsOf<"send_message">) {
  const t = useTranslations("automation.action");
  const { variables, kind, isReadOnly } = useRuleScope();
  return (
    <LibraryText
      label={t("text")}
      hint={t(`hint.${kind}.send_message`)}
      value={action.text}
      maxLength={4_096}
      variables={variables}
      isMultiline
      rows={4}
      isReadOnly={isReadOnly}
      problems={[]}
      onText={(text) => onAction({ ...action, text })}
    />
  );
}

function StageField({ action, onAction }: FieldsOf<"move_deal">) {
  const t = useTranslations("automation.action");
  const { options, kind, isReadOnly } = useRuleScope();
  const { stageId } = action;
  const isKnown = options.stages.some(({ id }) => id === stageId);
  const pipelines = [...new Set(options.stages.map(({ pipeline }) => pipeline))];
  return (
    <Field label={t("stage")} hint={t(`hint.${kind}.move_deal`)}>
      <NativeSelect
        value={stageId}
        disabled={isReadOnly}
        onChange={(event) => onAction({ ...action, stageId: event.target.value })}
      >
        {!isKnown && <option value={stageId}>{stageId ? t("gone") : t("choose")}</option>}
        {pipelines.map((pipeline) => (
          <optgroup key={pipeline} label={pipeline}>
            {options.stages
              .filter((stage) => stage.pipeline === pipeline)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </NativeSelect>
    </Field>
  );
}
