"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { CHANNELS, type Channel } from "@/lib/core/model";
import type { Provider } from "@/lib/core/model-inboxes";
import { addInboxAction, changeInboxAction, checkConnectionAction } from "@/lib/inboxes/actions";
import { AcceptRisk } from "./ban-risk";
import { ConnectionResult } from "./connection-result";
import { InboxFieldInput } from "./inbox-field-input";
import { INBOX_CHANNELS, INBOX_FIELD_GROUPS, INBOX_FIELDS, type InboxField } from "./inbox-fields";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";

type InboxFormProps = {
  account: string;
  provider: Provider;
  /** The number may be banned: a person says to have read so before it is added. */
  hasBanRisk?: boolean;
  /** Absent for a new one. */
  inbox?: { id: string; name: string; channel: Channel; config: Record<string, unknown> };
};

export function InboxForm({ account, provider, hasBanRisk, inbox }: InboxFormProps) {
  const t = useTranslations("settings.inboxes");
  const words = useTranslations("status");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const saved = useSavedToast();
  const add = useAction(addInboxAction, {
    onSuccess: ({ data }) => {
      saved();
      router.push(`/${account}/settings/inboxes/${data.id}`);
    },
  });
  const change = useAction(changeInboxAction, { onSuccess: saved });
  const check = useAction(checkConnectionAction);

  const fields = INBOX_FIELDS[provider];
  const channels = INBOX_CHANNELS[provider];
  const given = () => readForm(form.current, provider, inbox?.channel);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.reset();
    if (inbox) change.execute({ account, id: inbox.id, ...given() });
    else add.execute({ account, ...given(), isRiskAccepted: hasBanRisk });
  };
  const testConnection = () => {
    if (form.current?.reportValidity()) check.execute({ account, id: inbox?.id, ...given() });
  };
  const last = inbox ? change.result : add.result;
  const problems = { ...check.result.serverError?.fields, ...last.serverError?.fields };

  const inputs = (some: InboxField[]) =>
    some.map((field) => <InboxFieldInput key={field.name} field={field} inbox={inbox} problems={problems} />);
  /** A fault in what is closed opens it. */
  const folded = (title: string, some: InboxField[]) =>
    some.length > 0 && (
      <details
        key={title}
        className="group border-t pt-3"
        open={some.some(({ part, name }) => problems[`${part}.${name}`]) || undefined}
      >
        <summary className="w-fit rounded-sm text-muted-foreground hover:text-foreground">{title}</summary>
        <div className="mt-4 grid gap-5">{inputs(some)}</div>
      </details>
    );

  return (
    <form ref={form} onSubmit={submit} className="grid gap-5">
      <Field label={t("name")} hint={t("nameHint")} error={last.validationErrors?.fieldErrors.name}>
        <Input name="name" defaultValue={inbox?.name} required maxLength={80} />
      </Field>
      {channels.length > 1 && !inbox && (
        <Field label={t("channel")} hint={t(`channelHint.${provider}`)} error={problems.channel}>
          <NativeSelect name="channel" defaultValue={channels[0]}>
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {words(`channel.${channel}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
      {inputs(fields.filter(({ isAdvanced, group }) => !isAdvanced && !group))}
      {INBOX_FIELD_GROUPS.map((group) =>
        folded(
          t(`groups.${group}`),
          fields.filter((field) => field.group === group),
        ),
      )}
      {folded(
        t("advanced"),
        fields.filter(({ isAdvanced }) => isAdvanced),
      )}
      {hasBanRisk && !inbox && <AcceptRisk error={problems.isRiskAccepted} />}
      <ConnectionResult result={check.result} />
      <SaveBar isBusy={add.isPending || change.isPending} error={last.serverError?.message}>
        {fields.length > 0 && (
          <Button variant="outline" isBusy={check.isPending} onClick={testConnection}>
            {t("test")}
          </Button>
        )}
      </SaveBar>
    </form>
  );
}

function readForm(form: HTMLFormElement | null, provider: Provider, channel?: Channel) {
  const given = new FormData(form ?? undefined);
  const text = (name: string) => String(given.get(name) ?? "");
  const part = (wanted: "config" | "secrets") =>
    Object.fromEntries(
      INBOX_FIELDS[provider]
        .filter((field) => field.part === wanted)
        .map(({ name }) => [name, text(`${wanted}.${name}`)]),
    );
  const chosen = CHANNELS.find((each) => each === text("channel"));
  return {
    name: text("name"),
    provider,
    channel: channel ?? chosen ?? INBOX_CHANNELS[provider][0],
    config: part("config"),
    secrets: part("secrets"),
  };
}
