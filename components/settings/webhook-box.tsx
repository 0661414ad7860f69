"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import type { Provider } from "@/lib/core/model-inboxes";

const SHOWN_MS = 2000;

/** What has to be chosen at the provider for replies, deliveries and its notices to come. */
const EVENTS: Partial<Record<Provider, readonly string[]>> = {
  whatsapp_cloud: [
    ...["messages", "message_template_status_update", "message_template_quality_update"],
    ...[
      "message_template_components_update",
      "template_category_update",
      "phone_number_quality_update",
      "business_capability_update",
    ],
    ...["account_update", "account_alerts", "user_preferences", "user_id_update"],
  ],
  evolution: ["MESSAGES_UPSERT", "MESSAGES_UPDATE", "CONNECTION_UPDATE"],
};

type WebhookBoxProps = { provider: Provider; webhook: { address: string; secret: string | null } };

/** What to type in at the provider so that it tells us about replies and deliveries. */
export function WebhookBox({ provider, webhook }: WebhookBoxProps) {
  const t = useTranslations("settings.webhook");
  const events = EVENTS[provider];
  return (
    <Section title={t("title")} description={t(`how.${provider}`)}>
      <CopyField label={t("address")} value={webhook.address} />
      {webhook.secret && <CopyField label={t(`secret.${provider}`)} value={webhook.secret} />}
      {events && (
        <div className="grid gap-1.5">
          <h3 className="font-medium">{t("events")}</h3>
          <ul className="flex flex-wrap gap-1.5" aria-label={t("events")}>
            {events.map((event) => (
              <li key={event} className="rounded-sm bg-muted px-1.5 py-0.5 font-mono text-xs">
                {event}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslations("common");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), SHOWN_MS);
  };
  return (
    <div className="flex items-end gap-2">
      <Field label={label} className="flex-1">
        <Input
          readOnly
          value={value}
          className="font-mono text-xs"
          onFocus={({ target }) => target.select()}
        />
      </Field>
      <Button variant="outline" onClick={copy} aria-label={`${t("copy")}: ${label}`}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {isCopied ? t("copied") : t("copy")}
      </Button>
    </div>
  );
}
