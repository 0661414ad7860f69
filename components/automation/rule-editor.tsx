"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { Crumb } from "@/components/shell/crumb";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Link } from "@/components/ui/link";
import { Switch } from "@/components/ui/switch";
import type { AutomationOptions, RuleRow } from "@/lib/automation/data";
import { MAX_RULE_NAME } from "@/lib/automation/schema";
import { startsItself } from "@/lib/core/rule-circle";
import { ActionList } from "./action-list";
import { ConditionPart } from "./condition-part";
import { RuleScopeProvider } from "./rule-scope";
import { RuleTest } from "./rule-test";
import { TriggerPart } from "./trigger-part";
import { useRuleActs } from "./use-rule-acts";
import { useRuleForm } from "./use-rule-form";
import { useRuleTest } from "./use-rule-test";

type RuleEditorProps = {
  account: string;
  /** Null for a new one. */
  rule: RuleRow | null;
  options: AutomationOptions;
  canManage: boolean;
};

/** A rule, to be read and written as a sentence: when, if, do; beside it what it would have met. */
export function RuleEditor({ account, rule, options, canManage }: RuleEditorProps) {
  const t = useTranslations("automation.editor");
  const form = useRuleForm(account, rule);
  const { draft, written, edit, isBusy, isDirty, refusal, errors } = form;
  const tester = useRuleTest({ account, draft: written, onErrors: form.setErrors });
  const isReadOnly = !canManage || rule?.isArchived === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <RuleScopeProvider options={options} trigger={draft.trigger} isReadOnly={isReadOnly} errors={errors}>
      <Crumb>{draft.name || t("newTitle")}</Crumb>
      <form onSubmit={submit} noValidate>
        <header className="sticky top-11 z-10 flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-background px-4 py-2.5 md:px-6">
          <Button asChild variant="ghost" size="icon-sm">
            <Link href={`/${account}/automation`} aria-label={t("back")}>
              <ArrowLeft aria-hidden />
            </Link>
          </Button>
          <h1 className="min-w-0 flex-1 truncate font-semibold text-lg">
            {rule ? draft.name || rule.name : t("newTitle")}
          </h1>
          {isDirty && <span className="text-muted-foreground text-xs max-sm:hidden">{t("unsaved")}</span>}
          {rule && !rule.isArchived && <OnSwitch {...{ account, rule, canManage }} />}
          {!isReadOnly && (
            <Button type="submit" isBusy={isBusy} disabled={rule !== null && !isDirty}>
              {t(rule ? "save" : "saveNew")}
            </Button>
          )}
        </header>
        <div className="grid gap-x-8 gap-y-6 px-4 py-5 md:px-6 lg:grid-cols-[minmax(0,42rem)_minmax(16rem,24rem)]">
          <div className="grid content-start gap-5">
            {isReadOnly && <Alert tone="grey">{t(canManage ? "readOnly" : "noRight")}</Alert>}
            {refusal && (
              <Alert
                tone="red"
                role="alert"
                action={
                  refusal.isConflict && (
                    <Button variant="outline" size="sm" onClick={() => window.location.reload()}>
                      {t("reload")}
                    </Button>
                  )
                }
              >
                {refusal.text}
              </Alert>
            )}
            <Field label={t("untitled")} error={errors.name}>
              <Input
                value={draft.name}
                maxLength={MAX_RULE_NAME}
                placeholder={t("namePlaceholder")}
                readOnly={isReadOnly}
                autoFocus={rule === null}
                onChange={(event) => edit({ name: event.target.value })}
              />
            </Field>
            <Part title={t("when")}>
              <TriggerPart trigger={draft.trigger} onTrigger={(trigger) => edit({ trigger })} />
            </Part>
            <Part title={t("if")}>
              <ConditionPart trigger={draft.trigger} onTrigger={(trigger) => edit({ trigger })} />
            </Part>
            <Part title={t("then")}>
              <ActionList actions={draft.actions} onActions={(actions) => edit({ actions })} />
              {startsItself(draft.trigger, written.actions) && (
                <Alert tone="amber" className="mt-2.5">
                  {t("startsItself")}
                </Alert>
              )}
            </Part>
          </div>
          {canManage && <RuleTest tester={tester} />}
        </div>
      </form>
    </RuleScopeProvider>
  );
}

type OnSwitchProps = { account: string; rule: RuleRow; canManage: boolean };

function OnSwitch({ account, rule, canManage }: OnSwitchProps) {
  const t = useTranslations("automation.editor");
  const { isOn, switchTo } = useRuleActs(account, rule);
  return (
    <span className="flex items-center gap-2">
      <Switch id="rule-on" checked={isOn} disabled={!canManage} onCheckedChange={switchTo} />
      <Label htmlFor="rule-on">{t("on")}</Label>
    </span>
  );
}

/** A word of the sentence, and beside it what it stands for. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2 sm:grid-cols-[4.5rem_minmax(0,1fr)] sm:gap-3">
      <h2 className="pt-1 font-semibold text-primary">{title}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
