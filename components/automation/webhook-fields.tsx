"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FieldsOf } from "./action-fields";
import { useRuleScope } from "./rule-scope";

/** Where it calls, and what the receiver checks the signature with. */
export function WebhookFields({ action, onAction }: FieldsOf<"call_webhook">) {
  const t = useTranslations("automation.action");
  const { options, isReadOnly } = useRuleScope();
  const [isShown, setShown] = useState(false);
  const { webhookKey } = options;
  return (
    <div className="grid gap-2.5">
      <Field label={t("url")} hint={t("urlHint")}>
        <Input
          type="url"
          value={action.url}
          maxLength={2_000}
          placeholder="https://"
          readOnly={isReadOnly}
          onChange={(event) => onAction({ ...action, url: event.target.value })}
        />
      </Field>
      {webhookKey &&
        (isShown ? (
          <Field label={t("key")} hint={t("keyHint")}>
            <Input
              readOnly
              value={webhookKey}
              className="font-mono text-xs"
              onFocus={(event) => event.target.select()}
            />
          </Field>
        ) : (
          <Button variant="link" size="sm" className="justify-self-start" onClick={() => setShown(true)}>
            {t("showKey")}
          </Button>
        ))}
    </div>
  );
}
