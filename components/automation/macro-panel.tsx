"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { SidePanel } from "@/components/ui/side-panel";
import { toast } from "@/components/ui/toast";
import type { AutomationOptions } from "@/lib/automation/data";
import { MAX_RULE_NAME } from "@/lib/automation/schema";
import { ActionList } from "./action-list";
import { type KeyedAction, keyed } from "./keyed-actions";
import type { Opened } from "./macros-screen";
import { RuleScopeProvider } from "./rule-scope";
import { type MacroForm, useSaveMacro } from "./use-save-macro";

type MacroPanelProps = {
  account: string;
  opened: Opened;
  options: AutomationOptions;
  canManage: boolean;
  canWrite: boolean;
  onClose: () => void;
  onReopen: (opened: Opened) => void;
};

/** Writes a macro. Closing with changes gives them up, and a click brings them back. */
export function MacroPanel(props: MacroPanelProps) {
  const { account, opened, options, canManage, canWrite, onClose, onReopen } = props;
  const { row, typed } = opened;
  const t = useTranslations("automation.macros");
  const editor = useTranslations("automation.editor");
  const id = useId();
  const [stored] = useState<MacroForm>(() => ({
    ...{ name: row?.name ?? "", isShared: row?.isShared ?? canManage, actions: keyed(row?.actions ?? []) },
  }));
  const [form, setForm] = useState(typed ?? stored);
  const { save, changed, isBusy, refusal, errors } = useSaveMacro({ account, row, onSaved: onClose });
  const isReadOnly = !canWrite || row?.isArchived === true || (row?.isShared === true && !canManage);
  const edit = (parts: Partial<MacroForm>) => {
    setForm((current) => ({ ...current, ...parts }));
    changed(parts);
  };

  const close = () => {
    onClose();
    if (form === stored) return;
    toast(t("discarded"), {
      action: { label: t("bringBack"), onClick: () => onReopen({ row, typed: form }) },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(form);
  };

  return (
    <SidePanel
      isOpen
      onClose={close}
      title={row ? t(isReadOnly ? "viewTitle" : "editTitle") : t("newTitle")}
      // The page’s title and tabs stand above it.
      className="h-[calc(100dvh-9.25rem)] w-[30rem]"
      footer={
        !isReadOnly && (
          <Button type="submit" form={id} isBusy={isBusy}>
            {t("save")}
          </Button>
        )
      }
    >
      <RuleScopeProvider {...{ options, isReadOnly, errors }} trigger={null}>
        <form id={id} onSubmit={submit} noValidate className="grid gap-4">
          {isReadOnly && row?.isShared && !row.isArchived && <Alert tone="grey">{t("readOnly")}</Alert>}
          {refusal && (
            <Alert tone="red" role="alert">
              {refusal}
            </Alert>
          )}
          <Field label={t("name")} error={errors.name}>
            <Input
              value={form.name}
              maxLength={MAX_RULE_NAME}
              placeholder={t("namePlaceholder")}
              readOnly={isReadOnly}
              autoFocus={row === null}
              onChange={(event) => edit({ name: event.target.value })}
            />
          </Field>
          {canManage && (
            <Segmented
              label={t("whose")}
              segments={[
                { value: "shared", label: t("shared") },
                { value: "own", label: t("own") },
              ]}
              value={form.isShared ? "shared" : "own"}
              onChange={(whose) => edit({ isShared: whose === "shared" })}
              isDisabled={isReadOnly}
            />
          )}
          <section aria-label={editor("then")} className="grid gap-2">
            <h3 className="font-medium text-sm">{editor("then")}</h3>
            <ActionList actions={form.actions} onActions={(actions) => edit({ actions })} />
            {writesAfterEnrolling(form.actions) && <Alert tone="amber">{editor("sendFirst")}</Alert>}
          </section>
        </form>
      </RuleScopeProvider>
    </SidePanel>
  );
}

/** A macro's message is the person's own, and what the team writes pauses the runs that are live by then. */
function writesAfterEnrolling(actions: KeyedAction[]): boolean {
  const enrolls = actions.findIndex(({ action }) => action.do === "enroll");
  const writes = actions.findLastIndex(({ action }) => action.do === "send_message");
  return enrolls !== -1 && writes > enrolls;
}
