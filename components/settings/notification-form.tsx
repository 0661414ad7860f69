"use client";

import { Mail, MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { NotificationPreferences } from "@/lib/core/model-maestro";
import { changePreferencesAction } from "@/lib/notifications/actions";
import { NotificationWishes } from "./notification-wishes";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

type NotificationFormProps = {
  account: string;
  preferences: NotificationPreferences;
  timeZone: string;
  /** Where mails go; null where this installation sends none. */
  email: string | null;
};

/** What one person of the account is told, and by which way. */
export function NotificationForm({ account, preferences, timeZone, email }: NotificationFormProps) {
  const t = useTranslations("notifications.settings");
  const [wishes, setWishes] = useState(preferences);
  const { execute, result, isPending } = useAction(changePreferencesAction, { onSuccess: useSavedToast() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    execute({ account, preferences: wishes });
  };
  const Icon = email ? Mail : MailX;
  return (
    <form onSubmit={submit} className="grid gap-6">
      <NotificationWishes wishes={wishes} onChange={setWishes} />
      <Field label={t("digestAt")} hint={t("digestHint", { zone: timeZone })} className="max-w-72">
        <NativeSelect
          value={wishes.digestAt}
          onChange={(event) => setWishes({ ...wishes, digestAt: event.target.value })}
        >
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {hour}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <p className="flex items-start gap-2 text-muted-foreground text-xs">
        <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
        <span className="min-w-0 break-words">{email ? t("mailOn", { email }) : t("mailOff")}</span>
      </p>
      <SaveBar isBusy={isPending} error={result.serverError?.message} />
    </form>
  );
}
